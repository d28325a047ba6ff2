package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.Problem;
import jakarta.servlet.ServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON document of a problem, in the order of RFC 9457 with our members behind. */
final class ProblemBody {

  private ProblemBody() {}

  static Map<String, @Nullable Object> of(Problem problem, ServletRequest request) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", problem.type().uri());
    body.put("title", problem.type().title());
    body.put("status", problem.type().status());
    body.put("detail", problem.detail());
    RequestId.current().ifPresent(id -> body.put("request_id", id.value()));
    String alias = DetailAlias.of(request);
    if (alias != null) {
      body.put(alias, problem.detail());
    }
    problem.members().forEach(body::putIfAbsent);
    return body;
  }
}
