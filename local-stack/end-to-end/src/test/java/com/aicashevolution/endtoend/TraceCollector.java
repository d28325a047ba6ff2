package com.aicashevolution.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An OpenTelemetry collector as far as a test needs one: takes {@code ExportTraceServiceRequest}
 * (opentelemetry-proto 1.5) over HTTP and keeps the spans.
 */
final class TraceCollector {

  private static final int SERVER = 2;
  private static final int CLIENT = 3;

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  /** One piece of work of one service. {@code parentId} is empty where it began the trace. */
  record Span(
      String service,
      String traceId,
      String spanId,
      String parentId,
      String name,
      int kind,
      Map<String, String> attributes) {

    boolean isServer() {
      return kind == SERVER;
    }

    boolean isClient() {
      return kind == CLIENT;
    }
  }

  static TraceCollector start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TraceCollector collector = new TraceCollector(server);
      server.createContext("/v1/traces", collector::take);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    for (Protobuf resourceSpans : Protobuf.of(request).messages(1)) {
      String service =
          attributes(resourceSpans.messages(1).getFirst(), 1).getOrDefault("service.name", "");
      for (Protobuf scopeSpans : resourceSpans.messages(2)) {
        scopeSpans.messages(2).forEach(span -> spans.add(read(service, span)));
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Span read(String service, Protobuf span) {
    HexFormat hex = HexFormat.of();
    return new Span(
        service,
        hex.formatHex(span.bytes(1)),
        hex.formatHex(span.bytes(2)),
        hex.formatHex(span.bytes(4)),
        span.text(5),
        (int) span.number(6),
        attributes(span, 9));
  }

  /** Those with a text as their value. */
  private static Map<String, String> attributes(Protobuf message, int field) {
    Map<String, String> attributes = new HashMap<>();
    for (Protobuf attribute : message.messages(field)) {
      attributes.put(attribute.text(1), attribute.messages(2).getFirst().text(1));
    }
    return attributes;
  }
}
