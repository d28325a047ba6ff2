package com.aicashevolution.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback address. */
public final class Ports {
  private static final int ANSWER_MILLIS = 500;

  /**
   * Below the ports that systems give to outgoing connections (32,768 and up on Linux): a client
   * that keeps knocking at a server that is down would now and then get its very port, be connected
   * to itself, and leave the server none to come back to.
   */
  private static final int FIRST = 15_000;

  private static final int END = 31_000;

  private Ports() {}

  /** A port that was free a moment ago. */
  public static int free() {
    long first = System.nanoTime() / 1_000; // anywhere: others look for ports at the same time
    for (int i = 0; i < END - FIRST; i++) {
      int port = FIRST + (int) Math.floorMod(first + i, (long) (END - FIRST));
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException taken) {
        // the next will do
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no port in [%d, %d) is free".formatted(FIRST, END));
  }

  /**
   * Whether nobody listens on the port. Asked by connecting: a socket bound to find out would be
   * inherited for a moment by a process that another thread starts, and block the port itself.
   */
  public static boolean isFree(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
