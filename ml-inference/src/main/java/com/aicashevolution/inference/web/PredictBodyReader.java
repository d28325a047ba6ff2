package com.aicashevolution.inference.web;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.Variant;
import com.aicashevolution.inference.prediction.PredictionRequest;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.Problem.FieldError;
import com.aicashevolution.platform.security.Caller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a posted body into a request, or says all that is wrong with it at once. */
final class PredictBodyReader {

  private static final int MAX_USER_ID = 128;
  private static final int MAX_ERRORS = 25;

  private final TradedSymbols traded;

  PredictBodyReader(TradedSymbols traded) {
    this.traded = traded;
  }

  /** A request, or what is wrong. */
  sealed interface Reading {

    record Legal(PredictionRequest request) implements Reading {}

    record Illegal(List<FieldError> errors) implements Reading {}
  }

  Reading read(PredictBody body, Caller caller, RequestId requestId) {
    List<FieldError> errors = new ArrayList<>();
    Symbol symbol = symbol(body, errors);
    WindowInput input = input(body, errors);
    ModelChoice choice = choice(body, caller, errors);
    checkUserId(body.userId(), errors);
    if (symbol == null || input == null || choice == null || !errors.isEmpty()) {
      return new Reading.Illegal(
          List.copyOf(errors.subList(0, Math.min(MAX_ERRORS, errors.size()))));
    }
    Timeframe timeframe = body.timeframe() == null ? Timeframe.H1 : body.timeframe();
    return new Reading.Legal(
        new PredictionRequest(
            symbol,
            timeframe,
            input,
            choice,
            body.wantsWeights(),
            requestId.value(),
            body.userId()));
  }

  private @Nullable Symbol symbol(PredictBody body, List<FieldError> errors) {
    Symbol symbol = body.symbol();
    if (symbol == null) {
      errors.add(new FieldError("symbol", "must be given"));
    } else if (!traded.contains(symbol)) {
      errors.add(
          new FieldError(
              "symbol",
              "must be one of the symbols served here, "
                  + String.join(", ", traded.symbols().stream().map(Symbol::code).toList())
                  + "; was "
                  + symbol));
    }
    return symbol;
  }

  private static @Nullable WindowInput input(PredictBody body, List<FieldError> errors) {
    if (body.indicators() != null && body.sequence() != null) {
      errors.add(new FieldError("sequence", "must not be given together with indicators"));
      return null;
    }
    if (body.sequence() != null) {
      return sequence(body.sequence(), errors);
    }
    return body.indicators() == null
        ? new WindowInput.Stored()
        : new WindowInput.NewestRow(IndicatorFields.read("indicators", body.indicators(), errors));
  }

  private static @Nullable WindowInput sequence(
      List<@Nullable Map<String, @Nullable Double>> posted, List<FieldError> errors) {
    if (posted.size() != FeatureSchema.WINDOW_BARS) {
      errors.add(
          new FieldError(
              "sequence",
              "must have " + FeatureSchema.WINDOW_BARS + " snapshots, had " + posted.size()));
      return null;
    }
    List<IndicatorSnapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < posted.size(); i++) {
      snapshot("sequence[" + i + "]", posted.get(i), errors).ifPresent(snapshots::add);
    }
    return snapshots.size() == posted.size() ? new WindowInput.Sequence(snapshots) : null;
  }

  private static Optional<IndicatorSnapshot> snapshot(
      String path, @Nullable Map<String, @Nullable Double> posted, List<FieldError> errors) {
    if (posted == null) {
      errors.add(new FieldError(path, "must be an object, was null"));
      return Optional.empty();
    }
    Map<IndicatorName, Double> values = IndicatorFields.read(path, posted, errors);
    IndicatorFields.requireAll(path, posted, errors);
    if (values.size() < IndicatorName.COUNT) {
      return Optional.empty();
    }
    return Optional.of(
        IndicatorSnapshot.of(
            Arrays.stream(IndicatorName.values()).mapToDouble(values::get).toArray()));
  }

  /** A role is believed of our own services only; anybody else who names a version pins it. */
  private static @Nullable ModelChoice choice(
      PredictBody body, Caller caller, List<FieldError> errors) {
    if (body.modelVersion() == null) {
      return new ModelChoice.Champion();
    }
    if (!caller.isService() || body.variant() == null) {
      return new ModelChoice.Pinned(body.modelVersion());
    }
    return switch (body.variant()) {
      case "champion" -> new ModelChoice.Assigned(body.modelVersion(), Variant.CHAMPION);
      case "challenger" -> new ModelChoice.Assigned(body.modelVersion(), Variant.CHALLENGER);
      case "pinned" -> new ModelChoice.Pinned(body.modelVersion());
      default -> {
        errors.add(new FieldError("variant", "must be one of champion, challenger, pinned"));
        yield null;
      }
    };
  }

  private static void checkUserId(@Nullable String userId, List<FieldError> errors) {
    if (userId == null) {
      return;
    }
    if (userId.isBlank() || userId.length() > MAX_USER_ID) {
      errors.add(
          new FieldError(
              "user_id", "must have 1 to " + MAX_USER_ID + " characters, had " + userId.length()));
    } else if (userId.chars().anyMatch(Character::isISOControl)) {
      errors.add(new FieldError("user_id", "must not have control characters"));
    }
  }
}
