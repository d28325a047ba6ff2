package com.aicashevolution.localstack.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One keep-alive HTTP/1.1 connection to the loopback address, a request at a time. An answer that
 * breaks off is an {@link IOException}, never half an answer. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 30_000;
  private static final int MOST_BYTES = 16 << 20;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[16 << 10];
  private int at;
  private int end;

  private HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  static HttpConnection open(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return new HttpConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * A whole answer.
   *
   * @param isLast whether the server closes the connection after it, as it may after any
   */
  record Reply(int status, byte[] body, boolean isLast) {}

  Reply exchange(byte[] request) throws IOException {
    out.write(request);
    at = 0;
    end = 0;
    String[] status = line().split(" ", 3);
    int length = -1;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = number(lower.substring("content-length:".length()), 10);
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.startsWith("connection:")) {
        last = lower.endsWith("close");
      }
    }
    if (status.length < 2 || (length < 0 && !chunked)) {
      throw new IOException("an answer without status or length");
    }
    return new Reply(number(status[1], 10), chunked ? chunks() : bytes(length), last);
  }

  private byte[] chunks() throws IOException {
    byte[] body = new byte[0];
    for (int size = number(line(), 16); size > 0; size = number(line(), 16)) {
      byte[] chunk = bytes(size);
      int before = body.length;
      body = Arrays.copyOf(body, before + size);
      System.arraycopy(chunk, 0, body, before, size);
      requireEmpty(line());
    }
    requireEmpty(line());
    return body;
  }

  private static void requireEmpty(String line) throws IOException {
    if (!line.isEmpty()) {
      throw new IOException("unexpected text in an answer: " + line);
    }
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text.strip(), radix);
      if (number >= 0 && number <= MOST_BYTES) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IOException("an answer says “" + text + "” where a number belongs");
  }

  /** The next line, without its end. */
  private String line() throws IOException {
    int from = at;
    while (true) {
      for (; at < end; at++) {
        if (buffer[at] == '\n') {
          int length = at - from - (at > from && buffer[at - 1] == '\r' ? 1 : 0);
          at++;
          return new String(buffer, from, length, StandardCharsets.ISO_8859_1);
        }
      }
      fill();
    }
  }

  private byte[] bytes(int count) throws IOException {
    while (end - at < count) {
      fill();
    }
    byte[] bytes = Arrays.copyOfRange(buffer, at, at + count);
    at += count;
    return bytes;
  }

  private void fill() throws IOException {
    if (end == buffer.length) {
      if (end >= 2 * MOST_BYTES) {
        throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      throw new EOFException("the connection was closed");
    }
    end += read;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is of no use any more
    }
  }
}
