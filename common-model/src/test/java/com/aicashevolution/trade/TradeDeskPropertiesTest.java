package com.aicashevolution.trade;

import static com.aicashevolution.trade.Bars.EURUSD;
import static com.aicashevolution.trade.Bars.signal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trade.Costs.SpreadCharge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** A signal at every bar of any market, the side chosen by the bits of a number. */
class TradeDeskPropertiesTest {

  private static final LabelSpec LABEL = new LabelSpec(4, 1.5);
  private static final TripleBarrier BARRIER = new TripleBarrier(LABEL);

  @Property
  void endsEveryTradeAsItsLabelSays(
      @ForAll("markets") List<Candle> candles,
      @ForAll int sides,
      @ForAll @DoubleRange(min = 0.01, max = 3) double atr) {
    CandleSeries series = CandleSeries.of(EURUSD, Timeframe.H1, candles);
    Map<Instant, Trade> trades =
        bySignal(closed(run(TradeRules.ofLabels(LABEL), candles, sides, atr)));
    int resolved = 0;
    for (int bar = 0; bar < candles.size(); bar++) {
      if (BARRIER.label(series, bar, atr) instanceof LabelResult.Resolved(var label)) {
        Trade trade = requireNonNull(trades.get(Bars.time(bar)), "no trade of bar " + bar);
        assertThat(trade.resultAtr()).isEqualTo(label.resultAtr(side(sides, bar)));
        assertThat(trade.exitedAt()).isEqualTo(Bars.time(label.exitBar()));
        assertThat(trade.enteredAt()).isEqualTo(Bars.time(bar + 1));
        resolved++;
      }
    }
    assertThat(resolved).isEqualTo(candles.size() - LABEL.horizonBars());
  }

  @Property
  void decidesTheSameWhateverComesAfter(
      @ForAll("markets") List<Candle> candles,
      @ForAll int sides,
      @ForAll @IntRange(min = 1, max = 5) int shorter) {
    List<Candle> past = candles.subList(0, candles.size() - shorter);
    List<TradeEvent> known = run(rules(1), past, sides, 0.5);
    assertThat(run(rules(1), candles, sides, 0.5).subList(0, known.size())).isEqualTo(known);
  }

  @Property
  void neverMakesATradeBetterByCharging(
      @ForAll("markets") List<Candle> candles,
      @ForAll int sides,
      @ForAll @DoubleRange(min = 1, max = 5) double spreadFactor,
      @ForAll @DoubleRange(min = 0, max = 1) double slippageAtr) {
    List<Trade> cheap =
        closed(run(charging(new Costs(SpreadCharge.EACH_FILL, 1, 0)), candles, sides, 0.5));
    List<Trade> dear =
        closed(
            run(
                charging(new Costs(SpreadCharge.EACH_FILL, spreadFactor, slippageAtr)),
                candles,
                sides,
                0.5));
    assertThat(dear).hasSameSizeAs(cheap);
    for (int i = 0; i < cheap.size(); i++) {
      assertThat(dear.get(i).exit()).isEqualTo(cheap.get(i).exit());
      assertThat(dear.get(i).resultAtr()).isLessThanOrEqualTo(cheap.get(i).resultAtr());
    }
  }

  @Property
  void goesOnFromItsStateAsIfItHadNeverStopped(
      @ForAll("markets") List<Candle> candles,
      @ForAll int sides,
      @ForAll @IntRange(min = 0, max = 20) int stop) {
    int at = Math.min(stop, candles.size());
    TradeDesk first = new TradeDesk(rules(2));
    List<TradeEvent> events = new ArrayList<>(run(first, candles.subList(0, at), 0, sides, 0.5));
    TradeDesk second = new TradeDesk(rules(2), first.state());
    events.addAll(run(second, candles.subList(at, candles.size()), at, sides, 0.5));
    assertThat(events).isEqualTo(run(rules(2), candles, sides, 0.5));
  }

  @Property
  void neverHoldsMoreThanTheLimit(
      @ForAll("markets") List<Candle> candles,
      @ForAll int sides,
      @ForAll @IntRange(min = 1, max = 3) int limit) {
    TradeDesk desk = new TradeDesk(rules(limit));
    for (int bar = 0; bar < candles.size(); bar++) {
      run(desk, candles.subList(bar, bar + 1), bar, sides, 0.5);
      DeskState state = desk.state();
      assertThat(state.orders().size() + state.open().size()).isLessThanOrEqualTo(limit);
    }
  }

  private static TradeRules rules(int perSymbol) {
    return new TradeRules(
        0,
        Exits.of(LABEL),
        new Costs(SpreadCharge.EACH_FILL, 1, 0.02),
        new PositionLimits(perSymbol, 100, 100));
  }

  private static TradeRules charging(Costs costs) {
    return new TradeRules(0, new Exits(4, 1, 2), costs, PositionLimits.NONE);
  }

  private static List<TradeEvent> run(
      TradeRules rules, List<Candle> candles, int sides, double atr) {
    return run(new TradeDesk(rules), candles, 0, sides, atr);
  }

  private static List<TradeEvent> run(
      TradeDesk desk, List<Candle> candles, int firstBar, int sides, double atr) {
    List<TradeEvent> events = new ArrayList<>();
    for (int i = 0; i < candles.size(); i++) {
      int bar = firstBar + i;
      events.addAll(desk.onBar(EURUSD, candles.get(i)));
      events.addAll(desk.onSignals(List.of(signal(EURUSD, bar, side(sides, bar), 72, atr))));
    }
    return events;
  }

  private static Direction side(int sides, int bar) {
    return (sides >> (bar % 32) & 1) == 0 ? Direction.BUY : Direction.SELL;
  }

  private static List<Trade> closed(List<TradeEvent> events) {
    return events.stream()
        .filter(TradeEvent.Closed.class::isInstance)
        .map(event -> ((TradeEvent.Closed) event).trade())
        .toList();
  }

  private static Map<Instant, Trade> bySignal(List<Trade> trades) {
    return trades.stream().collect(Collectors.toMap(t -> t.order().asOf(), t -> t));
  }

  @Provide
  static Arbitrary<List<Candle>> markets() {
    Arbitrary<Double> step = Arbitraries.doubles().between(-1.5, 1.5);
    Arbitrary<Double> wick = Arbitraries.doubles().between(0, 1);
    Arbitrary<double[]> bar =
        Combinators.combine(step, step, wick, wick, Arbitraries.of(0.0, 0.1, 0.25, 0.3))
            .as(
                (open, close, above, below, spread) ->
                    new double[] {open, close, above, below, spread});
    return bar.list().ofMinSize(8).ofMaxSize(24).map(TradeDeskPropertiesTest::candles);
  }

  private static List<Candle> candles(List<double[]> bars) {
    List<Candle> candles = new ArrayList<>();
    double price = 100;
    for (double[] b : bars) {
      double open = price + (Math.abs(b[0]) > 1 ? b[0] : 0);
      double close = open + b[1];
      double high = Math.max(open, close) + b[2];
      double low = Math.min(open, close) - b[3];
      candles.add(Bars.bar(candles.size(), open, high, low, close, b[4]));
      price = close;
    }
    return candles;
  }
}
