package com.aicashevolution.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Full series published or computed by others: Skender's Stock.Indicators on 502 days of SPY, and
 * outputs of the C version of TA-Lib 0.4.0 on the same quotes and on its own 252 regression bars.
 */
class ReferenceVectorsTest {

  /** Computed from quotes with four and more decimals by other double arithmetic. */
  private static final double RELATIVE = 1e-8;

  private static Bars quotes(String file) {
    return new Bars(
        ReferenceVectors.csv(file, "high"),
        ReferenceVectors.csv(file, "low"),
        ReferenceVectors.csv(file, "close"),
        ReferenceVectors.csv(file, "volume"));
  }

  /** Skender's conventions are ours: every value he has is compared, the first one included. */
  @Nested
  class Skender {

    private final Bars bars = quotes("skender/quotes_default.csv");

    private void agrees(String indicator, String key, int values, IntToDoubleFunction ours) {
      double[] reference = ReferenceVectors.json("skender/" + indicator + ".standard.json", key);
      assertThat(compare(reference, 0, ours)).isEqualTo(values);
    }

    @Test
    void agreesOnWildersIndicators() {
      agrees("rsi", "rsi", 488, bars::rsi);
      agrees("atr", "atr", 488, bars::atr);
      agrees("adx", "adx", 475, bars::adx);
    }

    @Test
    void agreesOnAveragesAndMacd() {
      agrees("ema", "ema", 483, at -> bars.ema(20, at));
      agrees("macd", "macd", 477, bars::macdLine);
      agrees("macd", "signal", 469, bars::macdSignal);
    }

    @Test
    void agreesOnBands() {
      agrees("bb", "upperBand", 483, bars::upperBand);
      agrees("bb", "lowerBand", 483, bars::lowerBand);
    }

    @Test
    void agreesOnOscillators() {
      agrees("stoch", "oscillator", 487, bars::stochK);
      agrees("stoch", "signal", 485, bars::stochD);
      agrees("cci", "cci", 483, bars::cci);
    }

    @Test
    void agreesOnVwapFromTheFirstBarOn() {
      agrees("vwap", "vwap", 502, at -> Vwap.of(bars.typical(), bars.volume(), 0, at + 1));
    }
  }

  /** Where TA-Lib's seed is another one, from the bar on at which it no longer shows. */
  @ParameterizedTest
  @ValueSource(strings = {"talib/talib_ref252__talib040.csv", "talib/skender_spy502__talib040.csv"})
  void agreesWithTaLibInC(String file) {
    Bars bars = quotes(file);
    int n = bars.close().length;
    assertThat(agree(file, "rsi14", 0, bars::rsi)).isEqualTo(n - 14);
    assertThat(agree(file, "atr14", 0, bars::atr)).isEqualTo(n - 14);
    assertThat(agree(file, "ema12", 0, at -> bars.ema(12, at))).isEqualTo(n - 11);
    assertThat(agree(file, "ema21", 0, at -> bars.ema(21, at))).isEqualTo(n - 20);
    assertThat(agree(file, "ema50", 0, at -> bars.ema(50, at))).isEqualTo(n - 49);
    assertThat(agree(file, "bb_upper_20_2", 0, bars::upperBand)).isEqualTo(n - 19);
    assertThat(agree(file, "bb_lower_20_2", 0, bars::lowerBand)).isEqualTo(n - 19);
    assertThat(agree(file, "stoch_slowk_14_3", 0, bars::stochK)).isEqualTo(n - 17);
    assertThat(agree(file, "stoch_slowd_14_3_3", 0, bars::stochD)).isEqualTo(n - 17);
    assertThat(agree(file, "cci20", 0, bars::cci)).isEqualTo(n - 19);
    assertThat(agree(file, "sma20_volume", 0, bars::meanVolume)).isEqualTo(n - 19);
    assertThat(agree(file, "macd_12_26_9", 150, bars::macdLine)).isEqualTo(n - 150);
    assertThat(agree(file, "macd_signal", 150, bars::macdSignal)).isEqualTo(n - 150);
  }

  /** Summing 13 first movements instead of 14 fades by 13/14 a bar, twice over. */
  @Test
  void agreesWithTaLibInCOnAdxAsItsSeedFades() {
    String file = "talib/skender_spy502__talib040.csv";
    Bars bars = quotes(file);
    double[] reference = ReferenceVectors.csv(file, "adx14");
    double atFirst = Math.abs(bars.adx(27) - reference[27]);
    assertThat(atFirst).isBetween(1e-3, 1.0);
    for (int at = 300; at < reference.length; at++) {
      assertThat(bars.adx(at)).isCloseTo(reference[at], within(1e-7 * reference[at]));
    }
  }

  private static int agree(String file, String column, int fromBar, IntToDoubleFunction ours) {
    return compare(ReferenceVectors.csv(file, column), fromBar, ours);
  }

  /** Compares each bar that has a reference; returns how many had. */
  private static int compare(double[] reference, int fromBar, IntToDoubleFunction ours) {
    int compared = 0;
    for (int at = fromBar; at < reference.length; at++) {
      if (!Double.isNaN(reference[at])) {
        double tolerance = RELATIVE * Math.max(1, Math.abs(reference[at]));
        assertThat(ours.applyAsDouble(at))
            .as("bar %d", at)
            .isCloseTo(reference[at], within(tolerance));
        compared++;
      }
    }
    return compared;
  }

  /** Our kernels begun at the first of these bars, as others begin theirs. */
  private record Bars(double[] high, double[] low, double[] close, double[] volume) {

    double rsi(int at) {
      double[] gain = changes(i -> Math.max(close[i] - close[i - 1], 0));
      double[] loss = changes(i -> Math.max(close[i - 1] - close[i], 0));
      double[] value = new double[1];
      Rsi.last(gain, loss, upTo(at).changes(), 14, value, new double[1]);
      return value[0];
    }

    double atr(int at) {
      double[] value = new double[1];
      double[] range = changes(i -> Atr.trueRange(high[i], low[i], close[i - 1]));
      Atr.last(range, upTo(at).changes(), 14, value);
      return value[0];
    }

    double adx(int at) {
      double[] value = new double[1];
      double[] plus = changes(i -> Adx.plusMovement(high[i], low[i], high[i - 1], low[i - 1]));
      double[] minus = changes(i -> Adx.minusMovement(high[i], low[i], high[i - 1], low[i - 1]));
      Adx.last(plus, minus, upTo(at).changes(), 14, value, new double[1], new double[1]);
      return value[0];
    }

    double ema(int n, int at) {
      double[] value = new double[1];
      Ema.last(close, upTo(at), n, value);
      return value[0];
    }

    double macdLine(int at) {
      return ema(12, at) - ema(26, at);
    }

    double macdSignal(int at) {
      double[] signal = new double[1];
      Macd.last(close, upTo(at), new double[1], signal, new double[1]);
      return signal[0];
    }

    double upperBand(int at) {
      return band(at)[0];
    }

    double lowerBand(int at) {
      return band(at)[1];
    }

    private double[] band(int at) {
      double[] bands = new double[2];
      Bollinger.bands(close, at - 19, at + 1, bands, 0, 1);
      return bands;
    }

    double stochK(int at) {
      return Stochastic.k(rawStochastic(), at);
    }

    double stochD(int at) {
      return Stochastic.d(rawStochastic(), at);
    }

    private double[] rawStochastic() {
      double[] raw = new double[close.length];
      for (int i = 13; i < raw.length; i++) {
        raw[i] = Stochastic.raw(high, low, close, i, 14);
      }
      return raw;
    }

    double[] typical() {
      double[] typical = new double[close.length];
      for (int i = 0; i < typical.length; i++) {
        typical[i] = Vwap.typicalPrice(high[i], low[i], close[i]);
      }
      return typical;
    }

    double cci(int at) {
      return Cci.of(typical(), at - 19, at + 1);
    }

    double meanVolume(int at) {
      return Moments.mean(volume, at - 19, at + 1);
    }

    private static LookBacks upTo(int at) {
      return new LookBacks(0, at + 1, 1);
    }

    private double[] changes(IntToDoubleFunction change) {
      double[] changes = new double[close.length];
      for (int i = 1; i < changes.length; i++) {
        changes[i] = change.applyAsDouble(i);
      }
      return changes;
    }
  }
}
