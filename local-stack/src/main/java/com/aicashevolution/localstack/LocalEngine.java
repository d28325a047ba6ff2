package com.aicashevolution.localstack;

/**
 * A server of the local stack in a process of its own on a loopback port.
 *
 * <p>{@link #start} returns when a real round trip of the server's protocol succeeded, and adopts a
 * process that an earlier JVM left running on the same data. {@link #stop} returns when the process
 * has ended. Failures are {@link StackFailure}s that a person can act on. Not thread-safe.
 */
public interface LocalEngine extends AutoCloseable {
  /** {@code postgres}, {@code redis} or {@code s3}. */
  String name();

  int port();

  void start();

  /** One round trip of the protocol, with the credentials, now. */
  boolean isReady();

  void stop();

  @Override
  default void close() {
    stop();
  }
}
