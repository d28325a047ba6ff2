package com.aicashevolution.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection, made anew where the server closes it, and the request that is on its
 * way over it. Reads as much of an answer as it takes to know where it ends. Belongs to one thread.
 */
final class Exchange implements AutoCloseable {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNKED_END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSING = "connection: close".getBytes(StandardCharsets.US_ASCII);
  private static final int ROOM = 1 << 18;

  private final int port;
  private final Selector selector;
  private SocketChannel channel;
  private SelectionKey selection;
  private final RequestTemplate template;
  private final byte[] request;
  private final ByteBuffer out;
  private final ByteBuffer in = ByteBuffer.allocate(ROOM);
  private long dueNanos;

  private Exchange(int port, Selector selector, RequestTemplate template) throws IOException {
    this.port = port;
    this.selector = selector;
    this.template = template;
    this.request = template.bytes().clone();
    this.out = ByteBuffer.wrap(request);
    this.channel = connect(port);
    this.selection = channel.register(selector, 0, this);
  }

  static Exchange connect(int port, Selector selector, RequestTemplate template)
      throws IOException {
    return new Exchange(port, selector, template);
  }

  private static SocketChannel connect(int port) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return channel;
  }

  /** Sends the request numbered {@code count}, which should have gone out at {@code due}. */
  void send(long count, long due) throws IOException {
    dueNanos = due;
    if (isLast()) {
      channel.close();
      channel = connect(port);
      selection = channel.register(selector, 0, this);
    }
    template.vary(request, count);
    out.clear();
    in.clear();
    proceed();
  }

  /** When the request under way should have gone out. */
  long dueNanos() {
    return dueNanos;
  }

  private void proceed() throws IOException {
    channel.write(out);
    selection.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Goes on with what the socket allows; true when the answer is complete. */
  boolean advance() throws IOException {
    if (out.hasRemaining()) {
      proceed();
      return false;
    }
    if (channel.read(in) < 0) {
      throw new IOException("the server closed a connection without an answer");
    }
    if (!in.hasRemaining()) {
      throw new IOException("an answer must have less than " + ROOM + " bytes");
    }
    return isComplete();
  }

  /** Whether the server said with the last answer that it closes the connection. */
  private boolean isLast() {
    byte[] answer = in.array();
    return in.position() > 0
        && find(answer, 0, find(answer, 0, in.position(), HEAD_END), CLOSING) >= 0;
  }

  /** Done with for now. */
  void rest() {
    selection.interestOps(0);
  }

  /** Three digits of the status line. */
  int status() {
    byte[] answer = in.array();
    return (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
  }

  /** The whole answer, for those who look into it. */
  String text() {
    return new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
  }

  private boolean isComplete() {
    byte[] answer = in.array();
    int end = in.position();
    int head = find(answer, 0, end, HEAD_END);
    if (head < 0) {
      return false;
    }
    int length = find(answer, 0, head, LENGTH);
    return length < 0
        ? endsChunked(answer, end)
        : end - head - HEAD_END.length >= number(answer, length + LENGTH.length);
  }

  private static boolean endsChunked(byte[] answer, int end) {
    for (int i = 0; i < CHUNKED_END.length; i++) {
      if (answer[end - CHUNKED_END.length + i] != CHUNKED_END[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] text, int from) {
    int at = from;
    while (text[at] == ' ') {
      at++;
    }
    int value = 0;
    for (; text[at] >= '0' && text[at] <= '9'; at++) {
      value = value * 10 + text[at] - '0';
    }
    return value;
  }

  /** Where {@code wanted}, in lower case, begins in {@code text[from, to)}; -1 where it is not. */
  private static int find(byte[] text, int from, int to, byte[] wanted) {
    for (int at = from; at <= to - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && lower(text[at + same]) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
