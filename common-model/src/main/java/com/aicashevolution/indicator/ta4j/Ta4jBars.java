package com.aicashevolution.indicator.ta4j;

import com.aicashevolution.market.CandleSeries;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.NumFactory;

/** Candles as a ta4j bar series in {@code double} arithmetic. */
public final class Ta4jBars {

  private Ta4jBars() {}

  /** All bars of {@code series} under the same indices. */
  public static BarSeries of(CandleSeries series) {
    NumFactory numbers = DoubleNumFactory.getInstance();
    List<Bar> bars = new ArrayList<>(series.size());
    for (int i = 0; i < series.size(); i++) {
      bars.add(
          new BaseBar(
              series.timeframe().length(),
              series.openTime(i),
              series.closeTime(i),
              numbers.numOf(series.open(i)),
              numbers.numOf(series.high(i)),
              numbers.numOf(series.low(i)),
              numbers.numOf(series.close(i)),
              numbers.numOf(series.volume(i)),
              numbers.numOf(series.close(i) * series.volume(i)),
              0));
    }
    return new BaseBarSeriesBuilder()
        .withName(series.toString())
        .withNumFactory(numbers)
        .withBars(bars)
        .build();
  }
}
