package com.aicashevolution.trade;

import static com.aicashevolution.trade.Bars.EURUSD;
import static com.aicashevolution.trade.Bars.bar;
import static com.aicashevolution.trade.Bars.signal;
import static com.aicashevolution.trade.Bars.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trade.Costs.SpreadCharge;
import com.aicashevolution.trade.TradeEvent.Closed;
import com.aicashevolution.trade.TradeEvent.Declined;
import com.aicashevolution.trade.TradeEvent.Limit;
import com.aicashevolution.trade.TradeEvent.Opened;
import com.aicashevolution.trade.TradeEvent.Ordered;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices are quarters around 100, ATR 1, stop 1, target 2: results can be read off. */
class TradeDeskTest {

  private static final Exits EXITS = new Exits(3, 1, 2);
  private static final Costs FREE = new Costs(SpreadCharge.EACH_FILL, 0, 0);
  private static final TradeRules RULES = new TradeRules(0, EXITS, FREE, PositionLimits.NONE);

  @Test
  void fillsAtTheOpenOfTheNextBarAndNotAtTheCloseItWasDecidedOn() {
    TradeDesk desk = new TradeDesk(RULES);
    desk.onBar(EURUSD, bar(0, 99, 100, 98, 99.5, 0));
    assertThat(desk.onSignals(List.of(signal(EURUSD, 0, Direction.BUY, 72, 1))))
        .singleElement()
        .isInstanceOf(Ordered.class);
    List<TradeEvent> events = desk.onBar(EURUSD, bar(1, 100, 100.5, 99.5, 100.25, 0));
    OpenTrade opened = ((Opened) events.getFirst()).trade();
    assertThat(events).hasSize(1);
    assertThat(opened.enteredAt()).isEqualTo(time(1));
    assertThat(opened.entry()).isEqualTo(100);
    assertThat(opened.stop()).isEqualTo(99);
    assertThat(opened.target()).isEqualTo(102);
    assertThat(opened.order().multiplier()).isEqualTo(1.0);
  }

  @Test
  void takesTheTargetAtItsPriceAlsoWhereTheBarOpensBeyondIt() {
    Trade touched = trade(Direction.BUY, RULES, bar(1, 100, 102.5, 99.5, 101, 0));
    assertThat(touched.reason()).isEqualTo(ExitReason.TARGET);
    assertThat(touched.resultAtr()).isEqualTo(2);
    Trade gapped =
        trade(Direction.BUY, RULES, bar(1, 100, 100, 100, 100, 0), bar(2, 105, 106, 104, 105, 0));
    assertThat(gapped.reason()).isEqualTo(ExitReason.TARGET);
    assertThat(gapped.resultAtr()).isEqualTo(2);
  }

  @Test
  void fillsAStopAtTheOpenOfABarThatOpensBeyondIt() {
    Trade gapped =
        trade(Direction.BUY, RULES, bar(1, 100, 100, 100, 100, 0), bar(2, 96, 97, 95, 96, 0));
    assertThat(gapped.reason()).isEqualTo(ExitReason.STOP);
    assertThat(gapped.exit()).isEqualTo(96);
    assertThat(gapped.resultAtr()).isEqualTo(-4);
    Trade sold =
        trade(Direction.SELL, RULES, bar(1, 100, 100, 100, 100, 0), bar(2, 104, 105, 95, 96, 0));
    assertThat(sold.reason()).isEqualTo(ExitReason.STOP);
    assertThat(sold.resultAtr()).isEqualTo(-4);
  }

  @Test
  void assumesTheStopWhereOneBarReachesBoth() {
    for (Direction side : List.of(Direction.BUY, Direction.SELL)) {
      Trade ambiguous = trade(side, RULES, bar(1, 100, 103, 97, 100, 0));
      assertThat(ambiguous.reason()).isEqualTo(ExitReason.STOP);
      assertThat(ambiguous.resultAtr()).isEqualTo(-1);
    }
  }

  @Test
  void leavesAtTheCloseOfTheLastBarOfTheHorizon() {
    Trade late =
        trade(
            Direction.SELL,
            RULES,
            bar(1, 100, 100.5, 99.5, 100, 0),
            bar(2, 100, 100.5, 99.5, 100, 0),
            bar(3, 100, 100.5, 99, 99.25, 0));
    assertThat(late.reason()).isEqualTo(ExitReason.HORIZON);
    assertThat(late.barsHeld()).isEqualTo(3);
    assertThat(late.exitedAt()).isEqualTo(time(3));
    assertThat(late.resultAtr()).isEqualTo(0.75);
  }

  @Test
  void chargesHalfTheSpreadOfEachFillsBarAndSlippageOnEveryFillAtTheMarket() {
    Costs costs = new Costs(SpreadCharge.EACH_FILL, 2, 0.125);
    TradeRules rules = new TradeRules(0, EXITS, costs, PositionLimits.NONE);
    // spreads 0.25 at the entry and 0.5 at the exit, doubled: 0.75 in all
    Trade won =
        trade(
            Direction.BUY,
            rules,
            bar(1, 100, 100.5, 99.5, 100, 0.25),
            bar(2, 100, 103, 99.5, 102, 0.5));
    assertThat(won.exit()).isEqualTo(102.25);
    assertThat(won.resultAtr()).isCloseTo(2.25 - 0.75 - 0.125, within(1e-12));
    Trade lost =
        trade(
            Direction.BUY,
            rules,
            bar(1, 100, 100.5, 99.5, 100, 0.25),
            bar(2, 100, 100, 98, 99, 0.5));
    assertThat(lost.exit()).isEqualTo(98.75);
    assertThat(lost.resultAtr()).isCloseTo(-1.25 - 0.75 - 0.25, within(1e-12));
  }

  @Test
  void followsNeitherHoldNorAvoidNorWhatIsNotConfidentEnough() {
    TradeRules strict = new TradeRules(75, EXITS, FREE, PositionLimits.NONE);
    TradeDesk desk = new TradeDesk(strict);
    desk.onBar(EURUSD, bar(0, 100, 100, 100, 100, 0));
    List<TradeSignal> ignored =
        List.of(
            signal(EURUSD, 0, Direction.HOLD, 95, 1),
            signal(EURUSD, 0, Direction.BUY, 55, 1),
            signal(EURUSD, 0, Direction.SELL, 74, 1));
    assertThat(desk.onSignals(ignored)).isEmpty();
    assertThat(desk.onSignals(List.of(signal(EURUSD, 0, Direction.SELL, 76, 1)))).hasSize(1);
    assertThat(
            new TradeRules(0, EXITS, FREE, PositionLimits.NONE).actsOn(ignored.get(1).decision()))
        .isFalse();
  }

  @Test
  void countsOrdersAndOpenTradesAgainstTheLimitOfTheSymbol() {
    TradeDesk desk = new TradeDesk(limited(new PositionLimits(1, 9, 9)));
    desk.onBar(EURUSD, bar(0, 100, 100, 100, 100, 0));
    TradeSignal first = signal(EURUSD, 0, Direction.BUY, 72, 1);
    assertThat(desk.onSignals(List.of(first))).first().isInstanceOf(Ordered.class);
    assertThat(desk.onSignals(List.of(first)))
        .containsExactly(new Declined(first, Limit.PER_SYMBOL));
    desk.onBar(EURUSD, bar(1, 100, 100, 100, 100, 0));
    TradeSignal second = signal(EURUSD, 1, Direction.SELL, 72, 1);
    assertThat(desk.onSignals(List.of(second)))
        .containsExactly(new Declined(second, Limit.PER_SYMBOL));
    desk.onBar(EURUSD, bar(2, 100, 103, 100, 100, 0));
    assertThat(desk.onSignals(List.of(signal(EURUSD, 2, Direction.SELL, 72, 1))))
        .first()
        .isInstanceOf(Ordered.class);
  }

  @Test
  void givesTheRoomThereIsToTheMostConfidentSignals() {
    List<Symbol> symbols = List.of(Symbol.of("USDJPY"), Symbol.of("AUDNZD"), Symbol.of("EURGBP"));
    TradeDesk desk = new TradeDesk(limited(new PositionLimits(1, 9, 2)));
    symbols.forEach(symbol -> desk.onBar(symbol, bar(0, 100, 100, 100, 100, 0)));
    List<TradeEvent> events =
        desk.onSignals(
            List.of(
                signal(symbols.get(0), 0, Direction.BUY, 71, 1),
                signal(symbols.get(1), 0, Direction.BUY, 72, 1),
                signal(symbols.get(2), 0, Direction.BUY, 73, 1)));
    assertThat(events).hasSize(3);
    assertThat(((Ordered) events.get(0)).order().symbol()).isEqualTo(symbols.get(2));
    assertThat(((Ordered) events.get(1)).order().symbol()).isEqualTo(symbols.get(1));
    assertThat(((Declined) events.get(2)).limit()).isEqualTo(Limit.TOTAL);
  }

  @Test
  void countsACurrencyWhereverItStandsInASymbol() {
    TradeDesk desk = new TradeDesk(limited(new PositionLimits(1, 1, 9)));
    Symbol usdjpy = Symbol.of("USDJPY");
    Symbol gbpchf = Symbol.of("GBPCHF");
    List.of(EURUSD, usdjpy, gbpchf)
        .forEach(symbol -> desk.onBar(symbol, bar(0, 100, 100, 100, 100, 0)));
    List<TradeEvent> events =
        desk.onSignals(
            List.of(
                signal(EURUSD, 0, Direction.BUY, 75, 1),
                signal(usdjpy, 0, Direction.BUY, 74, 1),
                signal(gbpchf, 0, Direction.BUY, 73, 1)));
    assertThat(events.get(0)).isInstanceOf(Ordered.class);
    assertThat(((Declined) events.get(1)).limit()).isEqualTo(Limit.PER_CURRENCY);
    assertThat(events.get(2)).isInstanceOf(Ordered.class);
  }

  @Test
  void refusesBarsOutOfOrderAndSignalsThatAreNotOfTheNewestBar() {
    TradeDesk desk = new TradeDesk(RULES);
    desk.onBar(EURUSD, bar(1, 100, 100, 100, 100, 0));
    Candle earlier = bar(0, 100, 100, 100, 100, 0);
    assertThatThrownBy(() -> desk.onBar(EURUSD, earlier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EURUSD must come in order");
    Candle open = new Candle(time(2), 1, 1, 1, 1, 1, 0, false);
    assertThatThrownBy(() -> desk.onBar(EURUSD, open)).hasMessageContaining("is not complete");
    assertThatThrownBy(() -> desk.onSignals(List.of(signal(EURUSD, 0, Direction.BUY, 72, 1))))
        .hasMessageContaining("newest bar")
        .hasMessageContaining(time(0).toString());
  }

  @Test
  void namesTheFieldAndTheNumberOfRulesThatCannotBe() {
    assertThatThrownBy(() -> new Exits(0, 1, 1))
        .hasMessageContaining("horizonBars")
        .hasMessageContaining("0");
    assertThatThrownBy(() -> new Exits(1, Double.NaN, 1)).hasMessageContaining("stopAtr");
    assertThatThrownBy(() -> new Exits(1, 1, 0)).hasMessageContaining("targetAtr");
    assertThatThrownBy(() -> new Costs(SpreadCharge.ENTRY_BAR, -1, 0))
        .hasMessageContaining("spreadFactor");
    assertThatThrownBy(() -> new Costs(SpreadCharge.ENTRY_BAR, 1, Double.NaN))
        .hasMessageContaining("slippageAtr");
    assertThatThrownBy(() -> new PositionLimits(1, 0, 1)).hasMessageContaining("perCurrency");
    assertThatThrownBy(() -> new TradeRules(101, EXITS, FREE, PositionLimits.NONE))
        .hasMessageContaining("minConfidencePercent");
    assertThatThrownBy(() -> signal(EURUSD, 0, Direction.BUY, 72, 0)).hasMessageContaining("atr");
  }

  private static TradeRules limited(PositionLimits limits) {
    return new TradeRules(0, EXITS, FREE, limits);
  }

  /** The trade of one signal at bar 0, which must have ended by the last of {@code bars}. */
  private static Trade trade(Direction side, TradeRules rules, Candle... bars) {
    TradeDesk desk = new TradeDesk(rules);
    desk.onBar(EURUSD, bar(0, 100, 100, 100, 100, 0));
    desk.onSignals(List.of(signal(EURUSD, 0, side, 72, 1)));
    return java.util.Arrays.stream(bars)
        .flatMap(each -> desk.onBar(EURUSD, each).stream())
        .filter(Closed.class::isInstance)
        .map(event -> ((Closed) event).trade())
        .findFirst()
        .orElseThrow();
  }
}
