package com.aicashevolution.localstack.load;

import java.nio.charset.StandardCharsets;

/**
 * One route of one service.
 *
 * @param port of the loopback address
 * @param path {@code /predict} say; asked with POST
 * @param key an API key
 */
public record Target(int port, String path, String key) {
  byte[] request(String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        """
        POST %s HTTP/1.1
        Host: 127.0.0.1:%d
        X-API-Key: %s
        Accept: application/json
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(path, port, key, content.length)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[head.length + content.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(content, 0, request, head.length, content.length);
    return request;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "127.0.0.1:" + port + path;
  }
}
