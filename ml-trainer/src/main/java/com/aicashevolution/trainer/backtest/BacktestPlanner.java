package com.aicashevolution.trainer.backtest;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.candles.CandleStore.Coverage;
import com.aicashevolution.trade.Costs;
import com.aicashevolution.trade.Costs.SpreadCharge;
import com.aicashevolution.trade.Exits;
import com.aicashevolution.trade.PositionLimits;
import com.aicashevolution.trade.TradeRules;
import com.aicashevolution.trainer.backtest.BacktestPlan.Retraining;
import com.aicashevolution.trainer.publishing.ModelChoice;
import com.aicashevolution.trainer.publishing.PublishedModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills in what a request leaves to us, and refuses what cannot be played. Thread-safe. */
public final class BacktestPlanner {

  private final ModelChoice models;
  private final CandleStore candles;
  private final WeightsInForce weights;
  private final Function<ModelManifest, FitRecipe> recipes;
  private final BacktestProperties defaults;

  /**
   * Creates a planner.
   *
   * @param recipes how networks like a published one are fitted anew
   */
  public BacktestPlanner(
      ModelChoice models,
      CandleStore candles,
      WeightsInForce weights,
      Function<ModelManifest, FitRecipe> recipes,
      BacktestProperties defaults) {
    this.models = models;
    this.candles = candles;
    this.weights = weights;
    this.recipes = recipes;
    this.defaults = defaults;
  }

  /**
   * The plan of {@code request}.
   *
   * @throws IOException if the artifact store cannot be reached
   */
  public PlanResult plan(String backtestId, BacktestRequest request) throws IOException {
    return switch (models.choose(
        request.modelOrChampion(), request.lineOrGlobal(), request.timeframeOrHourly())) {
      case ModelChoice.Result.Unknown(String why) -> new PlanResult.UnknownModel(why);
      case ModelChoice.Result.Damaged(ModelVersion version, String why) ->
          new PlanResult.DamagedModel(version, why);
      case ModelChoice.Result.Chosen(PublishedModel model) -> plan(backtestId, request, model);
    };
  }

  private PlanResult plan(String backtestId, BacktestRequest request, PublishedModel model) {
    ModelManifest manifest = model.manifest();
    Map<Symbol, Coverage> stored =
        candles.coverage().stream()
            .filter(c -> c.timeframe() == manifest.timeframe())
            .collect(Collectors.toMap(Coverage::symbol, Function.identity()));
    List<Symbol> symbols =
        (request.symbols() == null ? manifest.symbols() : request.symbols())
            .stream().distinct().sorted().toList();
    if (symbols.isEmpty()) {
      return new PlanResult.Invalid("symbols", symbols, "must be at least one");
    }
    for (Symbol symbol : symbols) {
      if (!manifest.line().covers(symbol)) {
        return new PlanResult.Invalid(
            "symbols", symbol, "must belong to line " + manifest.line() + ", whose version it is");
      }
      if (!stored.containsKey(symbol)) {
        return new PlanResult.Invalid(
            "symbols",
            symbol,
            "must have candles; of %s there are none of %s"
                .formatted(symbol, manifest.timeframe()));
      }
    }
    List<Coverage> played = symbols.stream().map(symbol -> present(stored, symbol)).toList();
    Timeframe timeframe = manifest.timeframe();
    Instant end = timeframe.closeOf(newest(played));
    Instant to = request.to() == null || request.to().isAfter(end) ? end : request.to();
    Instant from =
        request.from() == null ? manifest.walkForward().holdout().from() : request.from();
    PlanResult problem = problemWith(request, timeframe, played, from, to);
    if (problem != null) {
      return problem;
    }
    return new PlanResult.Planned(
        new BacktestPlan(
            backtestId,
            model,
            symbols,
            from,
            to,
            rules(request.rulesOrNone(), manifest),
            new Sizing(or(request.rulesOrNone().riskPercent(), defaults.riskPercent())),
            weights.of(manifest),
            retraining(request, model)));
  }

  private static Coverage present(Map<Symbol, Coverage> stored, Symbol symbol) {
    return Objects.requireNonNull(stored.get(symbol));
  }

  private static Instant newest(List<Coverage> played) {
    return played.stream().map(Coverage::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  private @Nullable PlanResult problemWith(
      BacktestRequest request,
      Timeframe timeframe,
      List<Coverage> played,
      Instant from,
      Instant to) {
    if (request.to() != null && !from.isBefore(request.to())) {
      return new PlanResult.Invalid("from", from, "must be before to, which is " + request.to());
    }
    if (!from.isBefore(to)) {
      return new PlanResult.Invalid(
          "from", from, "must be before the newest candle closes, which was at " + to);
    }
    long bars = Duration.between(from, to).dividedBy(timeframe.length()) * (long) played.size();
    if (bars > defaults.maxBars()) {
      return new PlanResult.Invalid(
          "from",
          from,
          "must leave at most %,d bars of %d symbols until %s, leaves up to %,d"
              .formatted(defaults.maxBars(), played.size(), to, bars));
    }
    Integer every = request.retrainEveryDays();
    if (every != null && Duration.between(from, to).toDays() / every >= defaults.maxFits()) {
      return new PlanResult.Invalid(
          "retrain_every_days",
          every,
          "must make at most %d fits from %s to %s".formatted(defaults.maxFits(), from, to));
    }
    for (Coverage each : played) {
      int available =
          candles
              .latestAsOf(
                  each.symbol(), timeframe, to.minusSeconds(1), FeatureSchema.CANDLES_PER_WINDOW)
              .size();
      if (available < FeatureSchema.CANDLES_PER_WINDOW) {
        return new PlanResult.NotEnoughHistory(
            each.symbol(), available, FeatureSchema.CANDLES_PER_WINDOW);
      }
      if (each.last().isBefore(from)) {
        return new PlanResult.Invalid(
            "from",
            from,
            "must not be after the newest candle of %s, which opened at %s"
                .formatted(each.symbol(), each.last()));
      }
    }
    return null;
  }

  private @Nullable Retraining retraining(BacktestRequest request, PublishedModel model) {
    Integer every = request.retrainEveryDays();
    return every == null ? null : new Retraining(every, recipes.apply(model.manifest()));
  }

  private TradeRules rules(RuleOverrides wishes, ModelManifest manifest) {
    Exits labels = Exits.of(manifest.label());
    return new TradeRules(
        or(wishes.minConfidence(), 0.0),
        new Exits(
            or(wishes.horizonBars(), labels.horizonBars()),
            or(wishes.stopAtr(), labels.stopAtr()),
            or(wishes.targetAtr(), labels.targetAtr())),
        new Costs(
            SpreadCharge.EACH_FILL,
            or(wishes.spreadFactor(), 1.0),
            or(wishes.slippageAtr(), defaults.slippageAtr())),
        new PositionLimits(
            or(wishes.perSymbol(), defaults.perSymbol()),
            or(wishes.perCurrency(), defaults.perCurrency()),
            or(wishes.total(), defaults.total())));
  }

  private static <T> T or(@Nullable T wish, T standard) {
    return Objects.requireNonNullElse(wish, standard);
  }
}
