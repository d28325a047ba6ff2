package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemCounter;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers with a problem where there is no controller: filters, security, the error page. */
@Component
public final class ProblemWriter {

  private final ObjectMapper json;
  private final ProblemCounter counter;

  ProblemWriter(ObjectMapper json, ProblemCounter counter) {
    this.json = json;
    this.counter = counter;
  }

  /** Writes {@code problem}, unless an answer is already under way. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    counter.count(problem.type());
    response.resetBuffer();
    response.setStatus(problem.type().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    byte[] body = json.writeValueAsBytes(ProblemBody.of(problem, request));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
