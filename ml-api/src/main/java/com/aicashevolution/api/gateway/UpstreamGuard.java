package com.aicashevolution.api.gateway;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Stands before a service: refuses at once what would wait behind too many others, and leaves a
 * service that keeps failing alone for a while. Refusals the caller earned are not failures.
 * Thread- safe.
 */
public final class UpstreamGuard {

  private static final Duration REST = Duration.ofSeconds(2);

  private final String name;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  public UpstreamGuard(
      String name, int concurrent, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
    this.name = name;
    this.breaker =
        breakers.circuitBreaker(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(3)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordException(UpstreamGuard::isFailureOfTheService)
                .build());
    this.bulkhead =
        bulkheads.bulkhead(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(concurrent)
                .maxWaitDuration(Duration.ZERO)
                .build());
  }

  public String name() {
    return name;
  }

  /** Whether calls are refused at the moment because the service kept failing. */
  public boolean isOpen() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /** Calls once. */
  public <T> T call(Supplier<T> request) {
    try {
      return bulkhead.executeSupplier(() -> breaker.executeSupplier(request));
    } catch (CallNotPermittedException open) {
      throw refusal(name + " keeps failing and is left alone for " + REST.toSeconds() + " s");
    } catch (BulkheadFullException full) {
      throw refusal("too many requests wait for " + name);
    }
  }

  /** Calls, and once more if there was no answer: only for what may be done twice. */
  public <T> T callIdempotent(Supplier<T> request) {
    try {
      return call(request);
    } catch (ProblemException unanswered) {
      if (breaker.getState() != CircuitBreaker.State.CLOSED
          || unanswered.problem().type() != ProblemType.UNAVAILABLE) {
        throw unanswered;
      }
      return call(request);
    }
  }

  private static ProblemException refusal(String sentence) {
    return new ProblemException(
        Problem.of(ProblemType.UNAVAILABLE, sentence)
            .with("retry_after_seconds", REST.toSeconds()));
  }

  static boolean isFailureOfTheService(Throwable thrown) {
    return switch (thrown) {
      case RelayedProblemException relayed ->
          relayed.status() >= 500 && relayed.type() != ProblemType.MODEL_NOT_SERVING;
      case ProblemException problem -> problem.problem().type().status() >= 500;
      default -> true;
    };
  }
}
