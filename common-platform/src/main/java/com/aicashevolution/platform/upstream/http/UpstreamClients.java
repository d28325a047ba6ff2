package com.aicashevolution.platform.upstream.http;

import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.ServiceKey;
import com.aicashevolution.platform.upstream.Upstream;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Makes clients for calls to our other services. Such a client sends the service key, the current
 * request id, the trace it belongs to and the caller's name, hands problems of the other side on as
 * {@link com.aicashevolution.platform.problem.RelayedProblemException}, and turns silence into
 * {@code unavailable} or {@code upstream-timeout}.
 */
@Component
@ConditionalOnWebApplication
public final class UpstreamClients {

  private final ServiceKey serviceKey;
  private final ObservationRegistry observations;
  private final ObjectMapper lenient;

  UpstreamClients(ServiceKey serviceKey, ObjectMapper strict, ObservationRegistry observations) {
    this.serviceKey = serviceKey;
    this.observations = observations;
    // the other side may be a version ahead of us
    this.lenient = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** A client for {@code upstream}; keep it, it owns connections. */
  public RestClient connect(Upstream upstream) {
    HttpComponentsClientHttpRequestFactory requests =
        new HttpComponentsClientHttpRequestFactory(ConnectionReuse.to(upstream));
    UpstreamRefusals refusals = new UpstreamRefusals(upstream.name(), lenient);
    return RestClient.builder()
        .baseUrl(upstream.baseUrl().toString())
        .requestFactory(requests)
        .observationRegistry(observations)
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new ByteArrayHttpMessageConverter());
              converters.add(new MappingJackson2HttpMessageConverter(lenient));
            })
        .requestInterceptor((request, body, execution) -> send(upstream, request, body, execution))
        .defaultStatusHandler(refusals)
        .build();
  }

  private ClientHttpResponse send(
      Upstream upstream, HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
      throws IOException {
    request.getHeaders().set("X-API-Key", serviceKey.reveal());
    RequestId.current().ifPresent(id -> request.getHeaders().set(RequestId.HEADER, id.value()));
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
      request.getHeaders().set(Caller.ACTOR_HEADER, caller.actor());
    }
    try {
      return execution.execute(request, body);
    } catch (ConnectTimeoutException | ConnectionRequestTimeoutException unreachable) {
      throw unreachable(upstream.name(), unreachable);
    } catch (SocketTimeoutException slow) {
      throw new ProblemException(
          Problem.of(
              ProblemType.UPSTREAM_TIMEOUT,
              upstream.name()
                  + " did not answer within "
                  + upstream.readTimeout().toMillis()
                  + " ms"),
          slow);
    } catch (IOException unreachable) {
      throw unreachable(upstream.name(), unreachable);
    } catch (ResourceAccessException unreachable) {
      throw unreachable(upstream.name(), unreachable);
    }
  }

  private static ProblemException unreachable(String name, Exception cause) {
    return new ProblemException(
        Problem.of(ProblemType.UNAVAILABLE, name + " cannot be reached at the moment"), cause);
  }
}
