package com.aicashevolution.api.marketdata.simulated;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.PlantedEdge;
import com.aicashevolution.market.simulated.ReachableAccuracy;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Loads the history of a simulated market. Thread-safe. */
public final class MarketLoader {

  private static final LabelSpec LABEL = new LabelSpec(6, 1.5);

  /** With the 26 symbols enough for a standard error under half a percent; takes a second. */
  private static final int EDGE_DAYS = 400;

  private final CandleStore store;
  private final MarketRegister register;
  private final EdgeEstimate estimate;
  private final Clock clock;

  public MarketLoader(CandleStore store, MarketRegister register, Clock clock) {
    this(store, register, MarketLoader::simulate, clock);
  }

  MarketLoader(CandleStore store, MarketRegister register, EdgeEstimate estimate, Clock clock) {
    this.store = store;
    this.register = register;
    this.estimate = estimate;
    this.clock = clock;
  }

  /** How predictable a market is. */
  interface EdgeEstimate {
    PlantedEdge of(SimulationSpec spec);
  }

  private static PlantedEdge simulate(SimulationSpec spec) {
    return ReachableAccuracy.estimate(spec, LABEL, Symbol.defaults(), EDGE_DAYS);
  }

  /** How a load ended. */
  public sealed interface Result {

    /** The market is stored up to now. */
    record Loaded(StoredMarket market, long candles) implements Result {}

    /** Nothing was changed. */
    record Refused(String sentence) implements Result {}
  }

  /** A symbol that was loaded. */
  public record Loaded(Symbol symbol, int candles) {}

  /**
   * Stores the last days of a market; what is stored already stays as it is, and symbols with real
   * candles are left out.
   *
   * @param replace whether to delete another simulated market first
   */
  public Result load(
      MarketKind kind, long seed, boolean replace, History history, Consumer<Loaded> progress) {
    Set<Symbol> real = symbolsWithRealCandles();
    List<Symbol> symbols = history.symbols().stream().filter(s -> !real.contains(s)).toList();
    if (symbols.isEmpty()) {
      return new Result.Refused(
          "every symbol has real candles, and simulated ones are never mixed with them");
    }
    Optional<StoredMarket> other = register.current().filter(held -> !held.is(kind, seed));
    if (other.isPresent() && !replace) {
      return new Result.Refused(
          "this database holds " + other.get() + "; say --replace to delete it first");
    }
    if (other.isPresent()) {
      register.discard();
    }
    StoredMarket market = register.current().orElseGet(() -> begin(kind, seed));
    History wanted = new History(symbols, history.days());
    return new Result.Loaded(market, store(market, wanted, progress));
  }

  /**
   * What to load.
   *
   * @param days back from now
   */
  public record History(List<Symbol> symbols, int days) {

    public History {
      symbols = List.copyOf(symbols);
      if (days < 1) {
        throw new IllegalArgumentException("days must be >= 1, was " + days);
      }
    }
  }

  private Set<Symbol> symbolsWithRealCandles() {
    return store.coverage().stream()
        .filter(coverage -> !coverage.simulated())
        .map(CandleStore.Coverage::symbol)
        .collect(Collectors.toSet());
  }

  private StoredMarket begin(MarketKind kind, long seed) {
    StoredMarket market =
        new StoredMarket(kind, seed, estimate.of(kind.spec(seed)), clock.instant());
    register.keep(market);
    return market;
  }

  private long store(StoredMarket stored, History history, Consumer<Loaded> progress) {
    Instant now = clock.instant();
    Instant from = Timeframe.D1.openOf(now.minus(Duration.ofDays(history.days())));
    SimulatedMarket market = stored.market();
    long total = 0;
    for (Symbol symbol : history.symbols()) {
      List<Candle> candles = candles(market.candles(symbol, from, now));
      store.upsert(symbol, Timeframe.H1, SimulatedMarket.SOURCE, candles);
      total += candles.size();
      progress.accept(new Loaded(symbol, candles.size()));
    }
    return total;
  }

  static List<Candle> candles(CandleSeries series) {
    return IntStream.range(0, series.size()).mapToObj(series::candle).toList();
  }
}
