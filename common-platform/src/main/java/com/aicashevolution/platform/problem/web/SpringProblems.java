package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Spring's exceptions in our words. */
final class SpringProblems {

  private SpringProblems() {}

  static Problem translate(Exception exception, HttpStatusCode status) {
    return switch (exception) {
      case HttpMessageNotReadableException unreadable ->
          UnreadableBody.explain(unreadable.getCause());
      case MethodArgumentNotValidException invalid -> invalidFields(invalid);
      case HandlerMethodValidationException invalid -> invalidParameters(invalid);
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.invalid(mismatch.getName(), mismatch.getValue(), expectation(mismatch));
      case TypeMismatchException mismatch ->
          Problem.invalid(
              String.valueOf(mismatch.getPropertyName()),
              mismatch.getValue(),
              expectation(mismatch));
      case MissingServletRequestParameterException missing ->
          Problem.invalid(missing.getParameterName(), null, "must be given");
      case MissingRequestValueException missing ->
          Problem.of(ProblemType.INVALID_REQUEST, String.valueOf(missing.getBody().getDetail()));
      case ServletRequestBindingException binding ->
          Problem.of(ProblemType.INVALID_REQUEST, "The request cannot be read");
      case HttpRequestMethodNotSupportedException method ->
          Problem.of(ProblemType.METHOD_NOT_ALLOWED, method.getMethod() + " is not supported here");
      case HttpMediaTypeNotSupportedException media ->
          Problem.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "The body must be " + join(media.getSupportedMediaTypes()));
      case HttpMediaTypeNotAcceptableException media ->
          Problem.of(
              ProblemType.NOT_ACCEPTABLE, "Available are " + join(media.getSupportedMediaTypes()));
      case MaxUploadSizeExceededException large ->
          Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "The upload is too large");
      case AsyncRequestTimeoutException slow ->
          Problem.of(ProblemType.UNAVAILABLE, "The answer took too long");
      default -> byStatus(status);
    };
  }

  /** For a status without a more telling exception. */
  static Problem byStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "Send a key in X-API-Key");
      case 403 -> Problem.of(ProblemType.FORBIDDEN, "This key may not do this");
      case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address");
      case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The method is not supported here");
      case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "The Accept header cannot be met");
      case 409 -> Problem.of(ProblemType.CONFLICT, "The state does not allow this");
      case 413 -> Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "The body is too large");
      case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON");
      case 502 -> Problem.of(ProblemType.UPSTREAM_FAILED, "A service behind this one failed");
      case 503 -> Problem.of(ProblemType.UNAVAILABLE, "This is unavailable at the moment");
      case 504 -> Problem.of(ProblemType.UPSTREAM_TIMEOUT, "A service behind took too long");
      default ->
          status.is4xxClientError()
              ? Problem.of(ProblemType.INVALID_REQUEST, "The request cannot be read")
              : Problem.of(ProblemType.INTERNAL, "Something broke on our side");
    };
  }

  private static Problem invalidFields(MethodArgumentNotValidException invalid) {
    List<Problem.FieldError> errors =
        invalid.getBindingResult().getAllErrors().stream()
            .map(
                error ->
                    new Problem.FieldError(
                        error instanceof org.springframework.validation.FieldError field
                            ? snakeCase(field.getField())
                            : "body",
                        String.valueOf(error.getDefaultMessage())))
            .toList();
    return Problem.invalid(errors);
  }

  private static Problem invalidParameters(HandlerMethodValidationException invalid) {
    List<Problem.FieldError> errors =
        invalid.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                new Problem.FieldError(
                                    parameter(result), String.valueOf(error.getDefaultMessage()))))
            .toList();
    return errors.isEmpty()
        ? Problem.of(ProblemType.INVALID_REQUEST, "The request is not valid")
        : Problem.invalid(errors);
  }

  private static String parameter(ParameterValidationResult result) {
    String name = result.getMethodParameter().getParameterName();
    return name == null ? "parameter" : snakeCase(name);
  }

  private static String expectation(TypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    if (type == null) {
      return "must be of another type";
    }
    if (type.isEnum()) {
      return "must be one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type.getName().startsWith("com.aicashevolution.")) {
      String ours = refusal(mismatch);
      return ours == null ? "is not valid" : ours;
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "must be a whole number";
      case "double", "Double", "float", "Float" -> "must be a number";
      case "boolean", "Boolean" -> "must be true or false";
      case "Instant" -> "must be an instant such as 2026-11-21T08:00:00Z";
      case "UUID" -> "must be a UUID";
      default -> "is not valid";
    };
  }

  /** Our own values say themselves what is wrong with them. */
  private static @Nullable String refusal(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException
          && cause.getStackTrace().length > 0
          && cause.getStackTrace()[0].getClassName().startsWith("com.aicashevolution.")) {
        return cause.getMessage();
      }
    }
    return null;
  }

  private static String join(List<?> types) {
    return types.isEmpty()
        ? "of another type"
        : types.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}
