package com.aicashevolution.feature;

import static com.aicashevolution.feature.FeatureSchema.CANDLES_PER_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.RandomMarket;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeaturePipelineTest {

  private final FeaturePipeline pipeline = new FeaturePipeline();

  @Property(tries = 60)
  void givesAWindowTheSameBitsInAMatrixAndAlone(@ForAll RandomMarket market, @ForAll long seed) {
    CandleSeries series = market.series(seed, CANDLES_PER_WINDOW + 70);
    FeatureMatrix matrix = pipeline.matrix(series);
    assertThat(matrix.rows()).isEqualTo(series.size() - 399);
    for (int bar = matrix.firstWindowBar(); bar < series.size(); bar += 9) {
      assertSameBits(window(series, bar).values(), matrixWindow(matrix, bar));
    }
  }

  @Property(tries = 60)
  void doesNotChangeWhenTheFutureIsAppended(
      @ForAll RandomMarket market, @ForAll long seed, @ForAll @IntRange(max = 200) int future) {
    CandleSeries full = market.series(seed, CANDLES_PER_WINDOW + future);
    CandleSeries known = full.upTo(CANDLES_PER_WINDOW);
    assertSameBits(
        window(full, CANDLES_PER_WINDOW - 1).values(),
        window(known, CANDLES_PER_WINDOW - 1).values());
    assertSameBits(
        pipeline.matrix(known).values(),
        Arrays.copyOf(pipeline.matrix(full).values(), FeatureWindow.LENGTH));
  }

  @Property(tries = 60)
  void doesNotDependOnHowMuchHistoryIsLoaded(
      @ForAll RandomMarket market, @ForAll long seed, @ForAll @IntRange(max = 200) int history) {
    CandleSeries full = market.series(seed, CANDLES_PER_WINDOW + history);
    CandleSeries bare = full.last(CANDLES_PER_WINDOW);
    assertSameBits(window(full, full.size() - 1).values(), window(bare, bare.size() - 1).values());
  }

  @Property(tries = 200)
  void staysFiniteInEveryMarket(@ForAll RandomMarket market, @ForAll long seed) {
    FeatureMatrix matrix = pipeline.matrix(market.series(seed, 460));
    for (float feature : matrix.values()) {
      assertThat(feature).isBetween(-1e6f, 1e6f);
    }
    for (double atr : matrix.atr()) {
      assertThat(atr).isNotNegative().isFinite();
    }
  }

  /** Scaled prices are rounded anew, so features agree to a hundred-thousandth of an ATR. */
  @Property(tries = 100)
  void doesNotKnowTheUnitPricesAreQuotedIn(
      @ForAll long seed, @ForAll @DoubleRange(min = -4, max = 4) double decades) {
    double factor = Math.pow(10, decades);
    List<Candle> candles = RandomMarket.WALK.candles(seed, 430);
    List<Candle> scaled = candles.stream().map(candle -> times(candle, factor)).toList();
    float[] plain = pipeline.matrix(RandomMarket.series(candles)).values();
    float[] other = pipeline.matrix(RandomMarket.series(scaled)).values();
    assertThat(other).containsExactly(plain, within(1e-5f));
  }

  private static Candle times(Candle candle, double factor) {
    double open = candle.open() * factor;
    double close = candle.close() * factor;
    return new Candle(
        candle.openTime(),
        open,
        candle.high() * factor,
        candle.low() * factor,
        close,
        candle.volume(),
        candle.spread() * factor,
        true);
  }

  @Test
  void abstainsWithoutEnoughHistory() {
    CandleSeries series = RandomMarket.WALK.series(1, CANDLES_PER_WINDOW - 1);
    assertThat(pipeline.latestWindow(series))
        .isEqualTo(new WindowResult.NotEnoughHistory(418, 419));
    assertThat(pipeline.latestWindow(series.upTo(0)))
        .isEqualTo(new WindowResult.NotEnoughHistory(0, 419));
    FeatureMatrix matrix = pipeline.matrix(series.upTo(399));
    assertThat(matrix.rows()).isZero();
    assertThat(matrix.values()).isEmpty();
  }

  @Test
  void namesTheNewestBarOfTheWindow() {
    CandleSeries series = RandomMarket.WALK.series(1, 450);
    assertThat(window(series, 430).asOf()).isEqualTo(series.openTime(430));
    WindowResult latest = pipeline.latestWindow(series);
    assertThat(((WindowResult.Available) latest).window().asOf()).isEqualTo(series.openTime(449));
  }

  @Test
  void buildsTheSameWindowFromPostedSnapshots() {
    CandleSeries series = RandomMarket.WALK.series(1, 450);
    List<IndicatorSnapshot> posted = pipeline.snapshots(series, 411, 431);
    FeatureWindow window = pipeline.windowFrom(posted, series.slice(411, 431));
    assertThat(window.asOf()).isEqualTo(series.openTime(430));
    assertSameBits(window.values(), window(series, 430).values());
  }

  @Test
  void refusesTooFewPostedSnapshots() {
    CandleSeries series = RandomMarket.WALK.series(1, 450);
    List<IndicatorSnapshot> posted = pipeline.snapshots(series, 412, 431);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pipeline.windowFrom(posted, series.slice(411, 431)))
        .withMessage("a window needs 20 snapshots and bars, had 19 and 20");
  }

  @Test
  void replacesTheNewestRowOnly() {
    CandleSeries series = RandomMarket.WALK.series(1, 450);
    FeatureWindow window = window(series, 449);
    IndicatorSnapshot newest = new IndicatorCalculator().at(series, 449);
    assertSameBits(
        pipeline.withNewest(window, newest, series.candle(449)).values(), window.values());

    IndicatorSnapshot posted = newest.with(Map.of(IndicatorName.RSI, 65.0));
    float[] values = pipeline.withNewest(window, posted, series.candle(449)).values();
    float[] expected = window.values().clone();
    expected[19 * 17 + IndicatorName.RSI.ordinal()] = 0.3f;
    assertSameBits(values, expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pipeline.withNewest(window, posted, series.candle(448)))
        .withMessageContaining("the newest bar must open at");
  }

  @Test
  void carriesTheAtrThatLabelsMeasureWith() {
    CandleSeries series = RandomMarket.WALK.series(1, 450);
    FeatureMatrix matrix = pipeline.matrix(series);
    IndicatorCalculator calculator = new IndicatorCalculator();
    for (int bar = 399; bar < 450; bar++) {
      assertThat(matrix.atrAt(bar)).isEqualTo(calculator.at(series, bar).get(IndicatorName.ATR));
    }
  }

  @Test
  void flagsAHoleInTheWeekAndNotAWeekend() {
    List<Candle> hours = forexHours(440);
    CandleSeries whole = CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, hours);
    for (int bar = CANDLES_PER_WINDOW - 1; bar < whole.size(); bar++) {
      assertThat(window(whole, bar).spansAbnormalGap()).isFalse();
    }
    List<Candle> holed = new ArrayList<>(hours);
    holed.remove(430);
    CandleSeries series = CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, holed);
    assertThat(window(series, 429).spansAbnormalGap()).isFalse();
    assertThat(window(series, 430).spansAbnormalGap()).isTrue();
  }

  /** Begins so that a weekend lies in the windows that end at the newest bars. */
  private static List<Candle> forexHours(int bars) {
    Random random = new Random(1);
    List<Candle> candles = new ArrayList<>();
    Instant at = Instant.parse("2026-06-24T14:00:00Z");
    for (; candles.size() < bars; at = at.plusSeconds(3600)) {
      if (TradingCalendar.FOREX.isOpen(at)) {
        double open = 1.1 + random.nextDouble() / 100;
        double close = 1.1 + random.nextDouble() / 100;
        candles.add(
            new Candle(at, open, Math.max(open, close), Math.min(open, close), close, 5, 0, true));
      }
    }
    return candles;
  }

  private FeatureWindow window(CandleSeries series, int bar) {
    return ((WindowResult.Available) pipeline.windowAt(series, bar)).window();
  }

  private static float[] matrixWindow(FeatureMatrix matrix, int bar) {
    int offset = matrix.windowOffset(bar);
    return Arrays.copyOfRange(matrix.values(), offset, offset + FeatureWindow.LENGTH);
  }

  private static void assertSameBits(float[] actual, float[] expected) {
    assertThat(bits(actual)).isEqualTo(bits(expected));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}
