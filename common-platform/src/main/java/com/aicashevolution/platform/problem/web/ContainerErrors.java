package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.problem.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Tomcat's last word, for requests so broken that they reach no filter: a problem instead of an
 * HTML page that names the server.
 */
final class ContainerErrors extends ErrorReportValve {

  private final ObjectMapper json;

  ContainerErrors(ObjectMapper json) {
    this.json = json;
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    Problem problem = SpringProblems.byStatus(HttpStatusCode.valueOf(response.getStatus()));
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(problem, request)));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // the caller hung up: nobody is left to tell
      container.getLogger().debug("error report not delivered", gone);
    }
  }
}
