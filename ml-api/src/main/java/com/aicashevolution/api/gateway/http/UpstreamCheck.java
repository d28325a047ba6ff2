package com.aicashevolution.api.gateway.http;

import com.aicashevolution.platform.observability.DependencyCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/** Whether a service behind the door answers; asked past its guard, so that it tells the truth. */
final class UpstreamCheck implements DependencyCheck {

  private final String name;
  private final RestClient http;

  UpstreamCheck(String name, RestClient http) {
    this.name = name;
    this.http = http;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Map<String, @Nullable Object> check() {
    JsonNode health = http.get().uri("/health").retrieve().body(JsonNode.class);
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    if (health != null) {
      detail.put("health", health);
    }
    return detail;
  }
}
