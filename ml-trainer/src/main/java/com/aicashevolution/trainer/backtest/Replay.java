package com.aicashevolution.trainer.backtest;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;
import com.aicashevolution.trade.OpenTrade;
import com.aicashevolution.trade.Trade;
import com.aicashevolution.trade.TradeDesk;
import com.aicashevolution.trade.TradeEvent;
import com.aicashevolution.trade.TradeEvent.Limit;
import com.aicashevolution.trade.TradeRules;
import com.aicashevolution.trade.TradeSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Plays answered tapes to a trade desk and writes down what the account was worth. For one run. */
final class Replay implements Timeline.Player {

  private final TradeRules rules;
  private final Sizing sizing;
  private final double weightFactor;
  private final IntConsumer progress;
  private final TradeDesk desk;
  private final Timeline timeline;
  private final HeldCapital held;
  private final List<TradeSignal> signals = new ArrayList<>();
  private final List<Trade> trades = new ArrayList<>();
  private final Map<Symbol, Candle> newest = new HashMap<>();
  private final Map<Limit, Integer> declined = new EnumMap<>(Limit.class);
  private final EquityColumns equity = new EquityColumns();
  private double realised;

  /**
   * Prepares a run.
   *
   * @param weightFactor of the indicator weights, as serving applies it
   * @param progress told how many bars of all tapes have been played
   */
  Replay(
      TradeRules rules,
      Sizing sizing,
      double weightFactor,
      List<SymbolTape> tapes,
      IntConsumer progress) {
    this.rules = rules;
    this.sizing = sizing;
    this.weightFactor = weightFactor;
    this.progress = progress;
    this.desk = new TradeDesk(rules);
    this.timeline = new Timeline(tapes);
    this.held = new HeldCapital(tapes.size());
  }

  /**
   * What came of it.
   *
   * @param trades in the order in which they ended
   * @param openAtEnd trades that had not ended; in the curve, in no other figure
   * @param declined signals that found no room
   * @param bars played, of all symbols
   */
  record Played(
      List<Trade> trades,
      int openAtEnd,
      Map<Limit, Integer> declined,
      EquityCurve curve,
      int bars) {}

  Played play() {
    timeline.play(this);
    return new Played(
        List.copyOf(trades),
        desk.open().size(),
        Map.copyOf(declined),
        equity.curve(),
        timeline.bars());
  }

  @Override
  public void bar(SymbolTape tape, int bar) {
    Candle candle = tape.series().candle(bar);
    newest.put(tape.symbol(), candle);
    held.bar(tape.symbol(), candle);
    for (TradeEvent event : desk.onBar(tape.symbol(), candle)) {
      if (event instanceof TradeEvent.Closed(Trade trade)) {
        trades.add(trade);
        realised += sizing.percent(trade.positionResultAtr(), rules.exits());
      }
    }
  }

  @Override
  public void closed(SymbolTape tape, int bar) {
    if (tape.hasAnswer(bar)) {
      SignalDecision decision = SignalPolicy.decide(tape.answer(bar), weightFactor);
      signals.add(
          new TradeSignal(tape.symbol(), tape.series().openTime(bar), decision, tape.atr(bar)));
    }
  }

  @Override
  public void instant(Instant openTime, int barsPlayed) {
    for (TradeEvent event : desk.onSignals(signals)) {
      if (event instanceof TradeEvent.Declined(TradeSignal _, Limit limit)) {
        declined.merge(limit, 1, Integer::sum);
      }
    }
    signals.clear();
    List<OpenTrade> open = desk.open();
    equity.add(openTime.getEpochSecond(), realised + unrealised(open), held.percent(), open.size());
    progress.accept(barsPlayed);
  }

  private double unrealised(List<OpenTrade> open) {
    double sum = 0;
    for (OpenTrade trade : open) {
      Candle bar = newest.get(trade.order().symbol());
      if (bar != null) {
        double marked = trade.markedAtr(bar, rules.costs());
        sum += sizing.percent(trade.order().multiplier() * marked, rules.exits());
      }
    }
    return sum;
  }
}
