package com.aicashevolution.indicator.ta4j;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.CandleSeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.numeric.UnaryOperationIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/** ta4j's own seventeen, each begun at the first bar of the series it is given. */
final class Ta4jOpinion {

  private final Map<IndicatorName, Indicator<Num>> indicators = new EnumMap<>(IndicatorName.class);

  Ta4jOpinion(CandleSeries series) {
    BarSeries bars = Ta4jBars.of(series);
    ClosePriceIndicator close = new ClosePriceIndicator(bars);
    var k = new SMAIndicator(new StochasticOscillatorKIndicator(bars, 14), 3);
    var macd = new MACDIndicator(close, 12, 26);
    var middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
    var sigma = new StandardDeviationIndicator(close, 20);
    indicators.put(IndicatorName.ADX, new ADXIndicator(bars, 14));
    indicators.put(IndicatorName.RSI, new RSIIndicator(close, 14));
    indicators.put(IndicatorName.EMA_12, new EMAIndicator(close, 12));
    indicators.put(IndicatorName.EMA_21, new EMAIndicator(close, 21));
    indicators.put(IndicatorName.EMA_50, new EMAIndicator(close, 50));
    indicators.put(IndicatorName.VWAP, new VWAPIndicator(bars, 20));
    indicators.put(IndicatorName.ATR, new ATRIndicator(bars, 14));
    indicators.put(IndicatorName.BOLLINGER_UPPER, new BollingerBandsUpperIndicator(middle, sigma));
    indicators.put(IndicatorName.BOLLINGER_LOWER, new BollingerBandsLowerIndicator(middle, sigma));
    indicators.put(IndicatorName.STOCH_K, k);
    indicators.put(IndicatorName.STOCH_D, new SMAIndicator(k, 3));
    indicators.put(IndicatorName.MACD_LINE, macd);
    indicators.put(IndicatorName.MACD_SIGNAL, new EMAIndicator(macd, 9));
    indicators.put(IndicatorName.VOLUME_MA, new SMAIndicator(new VolumeIndicator(bars), 20));
    indicators.put(IndicatorName.PRICE_CHANGE_PCT, new ROCIndicator(close, 1));
    indicators.put(IndicatorName.VOLATILITY, new StandardDeviationIndicator(logReturns(close), 20));
    indicators.put(IndicatorName.CCI, new CCIIndicator(bars, 20));
  }

  private static Indicator<Num> logReturns(Indicator<Num> close) {
    return UnaryOperationIndicator.log(
        BinaryOperationIndicator.quotient(close, new PreviousValueIndicator(close)));
  }

  double at(IndicatorName name, int bar) {
    double value = Objects.requireNonNull(indicators.get(name)).getValue(bar).doubleValue();
    // ta4j 0.22.2 knows the population deviation only
    return name == IndicatorName.VOLATILITY ? value * Math.sqrt(20.0 / 19) : value;
  }
}
