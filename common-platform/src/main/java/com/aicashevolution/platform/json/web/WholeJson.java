package com.aicashevolution.platform.json.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Sends a document with its length and in one piece. Written straight to the connection it would
 * leave in chunks, the last of them empty and a packet of its own.
 */
final class WholeJson extends MappingJackson2HttpMessageConverter {

  WholeJson(ObjectMapper json) {
    super(json);
  }

  @Override
  protected void writeInternal(Object document, @Nullable Type type, HttpOutputMessage message)
      throws IOException {
    FastByteArrayOutputStream whole = new FastByteArrayOutputStream();
    super.writeInternal(document, type, new Collected(message.getHeaders(), whole));
    message.getHeaders().setContentLength(whole.size());
    whole.writeTo(message.getBody());
  }

  private record Collected(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public OutputStream getBody() {
      return body;
    }
  }
}
