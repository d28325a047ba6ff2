package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemCounter;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns every exception that leaves a controller into a problem. Spring's own come through {@link
 * ResponseEntityExceptionHandler}; what nobody foresaw is logged once with its stack trace and told
 * as {@code internal}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemCounter counter;

  ProblemAdvice(ProblemCounter counter) {
    this.counter = counter;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> onProblem(
      ProblemException exception, HttpServletRequest request) {
    Problem problem = exception.problem();
    if (exception.getCause() != null) {
      log.warn("{} ({})", exception.getMessage(), String.valueOf(exception.getCause()));
    }
    return answer(problem, new HttpHeaders(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> onRelayed(RelayedProblemException exception) {
    counter.count(exception.type());
    return ResponseEntity.status(exception.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(exception.body());
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> onAccessDenied(
      AccessDeniedException exception, HttpServletRequest request) {
    return answer(
        Problem.of(ProblemType.FORBIDDEN, "This key may not do this"), new HttpHeaders(), request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  @Nullable ResponseEntity<Object> onDatabaseLost(Exception exception, HttpServletRequest request) {
    log.warn("database unavailable: {}", exception.getMessage());
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return answer(
        Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached at the moment"),
        headers,
        request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> onAnythingElse(Exception exception, HttpServletRequest request) {
    if (exception instanceof AsyncRequestNotUsableException || isClientGone(exception)) {
      log.debug("caller hung up: {}", exception.getMessage());
      return null;
    }
    log.error("unforeseen error while answering", exception);
    return answer(
        Problem.of(
            ProblemType.INTERNAL,
            "Something broke on our side; quote the request_id to whoever operates this service"),
        new HttpHeaders(),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (exception instanceof AsyncRequestNotUsableException) {
      return null;
    }
    if (status.is5xxServerError() && status.value() != 503) {
      log.error("unforeseen error while answering", exception);
    }
    return answer(
        SpringProblems.translate(exception, status),
        headers,
        ((ServletWebRequest) request).getRequest());
  }

  private static boolean isClientGone(Exception exception) {
    return exception instanceof IOException
        && exception.getClass().getSimpleName().equals("ClientAbortException");
  }

  private ResponseEntity<Object> answer(
      Problem problem, HttpHeaders headers, HttpServletRequest request) {
    counter.count(problem.type());
    return ResponseEntity.status(problem.type().status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(problem, request));
  }
}
