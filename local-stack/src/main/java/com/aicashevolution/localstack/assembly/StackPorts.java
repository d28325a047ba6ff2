package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.process.Ports;

/**
 * The loopback ports of one stack. A service's management port is its port + 1000.
 *
 * @param trainer 8081 by default
 * @param inference 8082 by default
 * @param api 8080 by default
 * @param postgres 15432 by default
 * @param redis 16379 by default
 * @param s3 19000 by default
 */
public record StackPorts(int trainer, int inference, int api, int postgres, int redis, int s3) {
  public static final StackPorts DEFAULT = new StackPorts(8081, 8082, 8080, 15432, 16379, 19000);

  /**
   * Keeps every port below those of outgoing connections (32,768 and up on Linux): who asks a port
   * there whether its server has come up may be connected to itself, and keep the server out.
   */
  public static final int MOST_OFFSET = 13_000;

  private static final int MANAGEMENT_DISTANCE = 1000;

  /** The default ports, all moved by {@code offset}, so that a second stack fits beside. */
  public static StackPorts movedBy(int offset) {
    if (offset < 0 || offset > MOST_OFFSET) {
      throw new IllegalArgumentException(
          "offset must be in [0, %d], was %d".formatted(MOST_OFFSET, offset));
    }
    return new StackPorts(
        DEFAULT.trainer + offset,
        DEFAULT.inference + offset,
        DEFAULT.api + offset,
        DEFAULT.postgres + offset,
        DEFAULT.redis + offset,
        DEFAULT.s3 + offset);
  }

  /** Ports that are free now, for a test. */
  public static StackPorts free() {
    return new StackPorts(
        freePair(), freePair(), freePair(), Ports.free(), Ports.free(), Ports.free());
  }

  private static int freePair() {
    int port = Ports.free();
    while (port + MANAGEMENT_DISTANCE > 65_535 || !Ports.isFree(port + MANAGEMENT_DISTANCE)) {
      port = Ports.free();
    }
    return port;
  }

  public int of(StackService service) {
    return switch (service) {
      case TRAINER -> trainer;
      case INFERENCE -> inference;
      case API -> api;
    };
  }

  public int managementOf(StackService service) {
    return of(service) + MANAGEMENT_DISTANCE;
  }

  /** Where a service is reached. */
  public String urlOf(StackService service) {
    return "http://127.0.0.1:" + of(service);
  }
}
