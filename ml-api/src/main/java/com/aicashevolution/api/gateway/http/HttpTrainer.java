package com.aicashevolution.api.gateway.http;

import com.aicashevolution.api.gateway.Trainer;
import com.aicashevolution.api.gateway.UpstreamGuard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** ml-trainer over HTTP. */
final class HttpTrainer implements Trainer {

  private final RestClient http;
  private final RestClient patient;
  private final UpstreamGuard guard;

  /**
   * Creates a trainer.
   *
   * @param patient waits longer for an answer
   */
  HttpTrainer(RestClient http, RestClient patient, UpstreamGuard guard) {
    this.http = http;
    this.patient = patient;
    this.guard = guard;
  }

  @Override
  public Answer get(String path, Map<String, String> query) {
    return guard.callIdempotent(
        () -> answer(http.get().uri(uri(path, query)).accept(MediaType.APPLICATION_JSON)));
  }

  @Override
  public Answer post(String path, Map<String, String> query, byte @Nullable [] body) {
    return guard.call(() -> post(http, path, query, body));
  }

  @Override
  public Answer search(String path, byte @Nullable [] body) {
    return guard.call(() -> post(patient, path, Map.of(), body));
  }

  private static Answer post(
      RestClient client, String path, Map<String, String> query, byte @Nullable [] body) {
    RestClient.RequestBodySpec request =
        client.post().uri(uri(path, query)).accept(MediaType.APPLICATION_JSON);
    if (body != null && body.length > 0) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return answer(request);
  }

  @Override
  public File file(String path) {
    return guard.callIdempotent(
        () -> {
          ResponseEntity<byte[]> response =
              http.get().uri(uri(path, Map.of())).retrieve().toEntity(byte[].class);
          byte[] content = response.getBody();
          MediaType type = response.getHeaders().getContentType();
          return new File(
              (type == null ? MediaType.APPLICATION_OCTET_STREAM : type).toString(),
              content == null ? new byte[0] : content);
        });
  }

  private static Answer answer(RestClient.RequestHeadersSpec<?> request) {
    ResponseEntity<JsonNode> response = request.retrieve().toEntity(JsonNode.class);
    JsonNode body = response.getBody();
    return new Answer(
        response.getStatusCode().value(), body == null ? NullNode.getInstance() : body);
  }

  /** Values go in as variables, so that nothing in them can change the address. */
  private static Function<UriBuilder, URI> uri(String path, Map<String, String> query) {
    return builder -> {
      builder.path(path);
      query.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
      return builder.build(query);
    };
  }
}
