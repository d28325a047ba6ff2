package com.aicashevolution.api.gateway;

import com.aicashevolution.api.gateway.PredictionResult.NotServing;
import com.aicashevolution.api.gateway.PredictionResult.Predicted;
import com.aicashevolution.api.gateway.PredictionResult.Refused;
import com.aicashevolution.api.traffic.AbsenceReport;
import com.aicashevolution.api.traffic.Route;
import com.aicashevolution.api.traffic.TrafficRouter;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.registry.ModelRecord;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Answers wishes for predictions: finds the version that must answer, and asks it. */
@Component
public final class Predictions {

  private static final Logger log = LoggerFactory.getLogger(Predictions.class);

  private final TradedSymbols traded;
  private final TrafficRouter router;
  private final AbsenceReport absence;
  private final Inference inference;

  Predictions(
      TradedSymbols traded, TrafficRouter router, AbsenceReport absence, Inference inference) {
    this.traded = traded;
    this.router = router;
    this.absence = absence;
    this.inference = inference;
  }

  /**
   * Answers one wish.
   *
   * @param key what assignment sticks to where the wish names no user
   */
  public PredictionResult predict(PredictionRequest request, String key) {
    return switch (direct(request, key)) {
      case Directed.ToVersion to -> new Predicted(inference.predict(to.request()));
      case Directed.Nowhere nowhere -> nowhere.result();
    };
  }

  /** Finds the version that must answer {@code request}, or says why there is none. */
  Directed direct(PredictionRequest request, String key) {
    Optional<Problem> problem = problemWith(request.symbol());
    Symbol symbol = request.symbol();
    if (problem.isPresent() || symbol == null) {
      return new Directed.Nowhere(new Refused(problem.orElseThrow()));
    }
    String sticky = request.userId() == null ? key : request.userId();
    return switch (router.route(
        symbol, request.timeframeOrDefault(), sticky, request.modelVersion())) {
      case Route.To to ->
          new Directed.ToVersion(new RoutedRequest(request, to.version(), to.variant().wireName()));
      case Route.NoChampion none ->
          new Directed.Nowhere(
              new NotServing(none.symbol(), none.timeframe(), newestCandidate(none.symbol())));
      case Route.RegistryUnread unread ->
          new Directed.Nowhere(
              new Refused(
                  Problem.of(
                      ProblemType.UNAVAILABLE,
                      "The model registry has not been reachable since this service started")));
    };
  }

  /** Where a wish goes. */
  sealed interface Directed {

    record ToVersion(RoutedRequest request) implements Directed {}

    record Nowhere(PredictionResult result) implements Directed {}
  }

  private Optional<Problem> problemWith(@Nullable Symbol symbol) {
    if (symbol == null) {
      return Optional.of(Problem.invalid("symbol", null, "must be given"));
    }
    if (!traded.contains(symbol)) {
      String served = traded.symbols().stream().map(Symbol::code).collect(Collectors.joining(", "));
      return Optional.of(
          Problem.invalid("symbol", symbol, "must be one of the symbols served here: " + served));
    }
    return Optional.empty();
  }

  private Optional<ModelRecord> newestCandidate(Symbol symbol) {
    try {
      return absence.newestCandidate(symbol);
    } catch (DataAccessException | TransactionException lost) {
      log.debug("newest candidate unknown: {}", lost.getMessage());
      return Optional.empty();
    }
  }
}
