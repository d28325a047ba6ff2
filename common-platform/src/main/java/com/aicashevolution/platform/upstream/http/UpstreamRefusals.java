package com.aicashevolution.platform.upstream.http;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;

/** What an answer that is not a success means to our own caller. */
final class UpstreamRefusals implements ResponseErrorHandler {

  private static final Logger log = LoggerFactory.getLogger(UpstreamRefusals.class);
  private static final TypeReference<Map<String, @Nullable Object>> DOCUMENT =
      new TypeReference<>() {};

  private final String upstream;
  private final ObjectMapper json;

  UpstreamRefusals(String upstream, ObjectMapper json) {
    this.upstream = upstream;
    this.json = json;
  }

  @Override
  public boolean hasError(ClientHttpResponse response) throws IOException {
    return response.getStatusCode().isError();
  }

  @Override
  public void handleError(URI url, HttpMethod method, ClientHttpResponse response)
      throws IOException {
    int status = response.getStatusCode().value();
    if (status == 401 || status == 403) {
      // our key, not the caller's, was refused: an installation with two different ML_SERVICE_KEYs
      log.error(
          "{} refused the service key with {}: is ML_SERVICE_KEY the same?", upstream, status);
      throw failed("does not accept calls from this service");
    }
    MediaType type = response.getHeaders().getContentType();
    if (type == null || !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
      log.warn("{} answered {} without a problem document", upstream, status);
      throw failed("answered with status " + status);
    }
    throw new RelayedProblemException(status, json.readValue(response.getBody(), DOCUMENT));
  }

  private ProblemException failed(String what) {
    return new ProblemException(Problem.of(ProblemType.UPSTREAM_FAILED, upstream + " " + what));
  }
}
