package com.aicashevolution.api.marketdata.web;

import com.aicashevolution.api.marketdata.CandleIntake;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.candles.CandleStore.UpsertResult;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.Problem.FieldError;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes candles. */
@RestController
@Tag(name = "market data")
class CandlesController {

  private static final int MOST_CANDLES = 5_000;
  private static final int MOST_ERRORS = 20;

  private final CandleIntake intake;
  private final AuditLog audit;

  CandlesController(CandleIntake intake, AuditLog audit) {
    this.intake = intake;
    this.audit = audit;
  }

  /** What is posted. */
  record CandlesPosted(
      @Nullable Symbol symbol,
      @Nullable Timeframe timeframe,
      @Nullable List<@Nullable CandleBody> candles) {}

  /** What became of it. */
  record CandlesStored(
      Symbol symbol, Timeframe timeframe, int inserted, int corrected, int unchanged) {}

  @PostMapping("/candles")
  @Operation(
      summary = "Store candles of one symbol, all or none",
      description =
          "At most 5,000. Sending a candle again changes nothing; a candle that differs corrects"
              + " the stored one; an unfinished one (complete=false) never replaces a complete one."
              + " Prices are mid prices.")
  CandlesStored post(@RequestBody CandlesPosted body, @AuthenticationPrincipal Caller caller) {
    Symbol symbol = body.symbol();
    if (symbol == null) {
      throw ProblemException.invalid("symbol", null, "must be given");
    }
    Timeframe timeframe = body.timeframe() == null ? Timeframe.H1 : body.timeframe();
    List<Candle> candles = candles(symbol, body.candles());
    return switch (intake.take(symbol, timeframe, candles)) {
      case CandleIntake.Result.Stored(UpsertResult counts) ->
          stored(symbol, timeframe, counts, caller);
      case CandleIntake.Result.NotTraded() ->
          throw ProblemException.invalid("symbol", symbol, symbol + " is not traded here");
      case CandleIntake.Result.Simulated() ->
          throw new ProblemException(
              ProblemType.CONFLICT,
              "The candles of "
                  + symbol
                  + " here are SIMULATED and never mixed with real ones; importing a file of real"
                  + " candles replaces them");
      case CandleIntake.Result.Impossible(List<CandleIntake.Complaint> complaints) ->
          throw invalid(
              complaints.stream()
                  .map(
                      c ->
                          new FieldError(
                              "candles[%d].%s".formatted(c.index(), c.field()), c.message()))
                  .toList());
    };
  }

  private static List<Candle> candles(Symbol symbol, @Nullable List<@Nullable CandleBody> bodies) {
    if (bodies == null || bodies.isEmpty() || bodies.size() > MOST_CANDLES) {
      int size = bodies == null ? 0 : bodies.size();
      throw ProblemException.invalid(
          "candles", null, "must be 1 to " + MOST_CANDLES + " candles, were " + size);
    }
    List<FieldError> errors = new ArrayList<>();
    List<Candle> candles = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      String path = "candles[" + i + "]";
      CandleBody body = bodies.get(i);
      if (body == null) {
        errors.add(new FieldError(path, "must be an object"));
        continue;
      }
      Candle candle = body.toCandle(path, symbol, errors);
      if (candle != null) {
        candles.add(candle);
      }
    }
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
    return candles;
  }

  private static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        Problem.invalid(errors.subList(0, Math.min(errors.size(), MOST_ERRORS))));
  }

  private CandlesStored stored(
      Symbol symbol, Timeframe timeframe, UpsertResult counts, Caller caller) {
    audit.append(
        new AuditLog.AuditEvent(
            caller.actor(),
            "candles.posted",
            symbol + " " + timeframe,
            Map.of(
                "inserted", counts.inserted(),
                "corrected", counts.corrected(),
                "unchanged", counts.unchanged())));
    return new CandlesStored(
        symbol, timeframe, counts.inserted(), counts.corrected(), counts.unchanged());
  }
}
