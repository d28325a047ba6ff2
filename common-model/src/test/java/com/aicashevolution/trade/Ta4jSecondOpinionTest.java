package com.aicashevolution.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.indicator.ta4j.Ta4jBars;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.RandomMarket;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trade.Costs.SpreadCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.AnalysisCriterion;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.Position;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.criteria.NumberOfWinningPositionsCriterion;
import org.ta4j.core.criteria.PositionsRatioCriterion;
import org.ta4j.core.criteria.pnl.GrossLossCriterion;
import org.ta4j.core.criteria.pnl.GrossProfitCriterion;
import org.ta4j.core.criteria.pnl.NetProfitLossCriterion;

/**
 * The desk's trades, entered into ta4j's own record at their fills, earn by ta4j's criteria what
 * our metrics say.
 */
class Ta4jSecondOpinionTest {

  private static final double ATR = 1e-3;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void earnsWhatTa4jSaysTheSameTradesEarn(long seed) {
    CandleSeries series = RandomMarket.WALK.series(seed, 2_000);
    List<Trade> trades = play(series, new Random(seed));
    TradingMetrics ours =
        TradingMetrics.of(
            trades.stream().map(trade -> trade.order().side()).toList(),
            trades.stream().mapToDouble(Trade::resultAtr).toArray());
    BarSeries bars = Ta4jBars.of(series);
    TradingRecord record = record(series, bars, trades);

    assertThat(trades).hasSizeGreaterThan(200);
    assertThat(record.getPositionCount()).isEqualTo(ours.trades());
    assertThat(value(new NumberOfWinningPositionsCriterion(), bars, record))
        .isCloseTo(ours.winRate() * ours.trades(), within(1e-9));
    assertThat(value(PositionsRatioCriterion.WinningPositionsRatioCriterion(), bars, record))
        .isCloseTo(ours.winRate(), within(1e-12));
    assertThat(value(new NetProfitLossCriterion(), bars, record) / ATR)
        .isCloseTo(ours.expectancyAtr() * ours.trades(), within(1e-6));
    double profit = value(new GrossProfitCriterion(), bars, record);
    double loss = value(new GrossLossCriterion(), bars, record);
    assertThat(profit / -loss).isCloseTo(ours.profitFactor(), within(1e-9));
  }

  private static double value(AnalysisCriterion criterion, BarSeries bars, TradingRecord record) {
    return criterion.calculate(bars, record).doubleValue();
  }

  private static List<Trade> play(CandleSeries series, Random random) {
    TradeDesk desk =
        new TradeDesk(
            new TradeRules(
                0,
                new Exits(6, 1.5, 2),
                new Costs(SpreadCharge.EACH_FILL, 0, 0),
                new PositionLimits(1, 1, 1)));
    List<Trade> trades = new ArrayList<>();
    for (int bar = 0; bar < series.size(); bar++) {
      for (TradeEvent event : desk.onBar(series.symbol(), series.candle(bar))) {
        if (event instanceof TradeEvent.Closed(Trade trade)) {
          trades.add(trade);
        }
      }
      Direction side = random.nextBoolean() ? Direction.BUY : Direction.SELL;
      desk.onSignals(
          List.of(
              new TradeSignal(
                  series.symbol(), series.openTime(bar), Bars.decision(side, 72), ATR)));
    }
    return trades;
  }

  private static TradingRecord record(CandleSeries series, BarSeries bars, List<Trade> trades) {
    List<Position> positions = new ArrayList<>();
    for (Trade trade : trades) {
      boolean buys = trade.order().side() == Direction.BUY;
      positions.add(
          new Position(
              fill(bars, series.indexOf(trade.enteredAt()), trade.entry(), buys),
              fill(bars, series.indexOf(trade.exitedAt()), trade.exit(), !buys)));
    }
    return new BaseTradingRecord(positions);
  }

  private static org.ta4j.core.Trade fill(BarSeries bars, int index, double price, boolean buys) {
    var at = bars.numFactory().numOf(price);
    var one = bars.numFactory().one();
    return buys
        ? org.ta4j.core.Trade.buyAt(index, at, one)
        : org.ta4j.core.Trade.sellAt(index, at, one);
  }
}
