package com.aicashevolution.indicator;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TWO;
import static java.math.BigDecimal.ZERO;

import com.aicashevolution.market.CandleSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The seventeen indicators at the last bar of a series in 34 decimal digits, written from the
 * papers and not from our kernels: Wilder (1978) with his running sums and both divisions by the
 * true range, Appel (1979), Lambert (1980), Lane (1984), Bollinger (2001). Slow on purpose.
 */
final class PaperReference {

  private static final MathContext MC = MathContext.DECIMAL128;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<BigDecimal> high;
  private final List<BigDecimal> low;
  private final List<BigDecimal> close;
  private final List<BigDecimal> volume;
  private final int bars;

  PaperReference(CandleSeries series) {
    bars = series.size();
    high = column(i -> new BigDecimal(series.high(i)));
    low = column(i -> new BigDecimal(series.low(i)));
    close = column(i -> new BigDecimal(series.close(i)));
    volume = column(i -> new BigDecimal(series.volume(i)));
  }

  private List<BigDecimal> column(IntFunction<BigDecimal> value) {
    return IntStream.range(0, bars).mapToObj(value).toList();
  }

  Map<IndicatorName, BigDecimal> last() {
    Map<IndicatorName, BigDecimal> values = new EnumMap<>(IndicatorName.class);
    values.put(IndicatorName.ADX, adx(14));
    values.put(IndicatorName.RSI, rsi(14));
    values.put(IndicatorName.EMA_12, last(ema(close, 12)));
    values.put(IndicatorName.EMA_21, last(ema(close, 21)));
    values.put(IndicatorName.EMA_50, last(ema(close, 50)));
    values.put(IndicatorName.VWAP, vwap(20));
    values.put(IndicatorName.ATR, divide(last(wilderSum(trueRanges(), 14)), 14));
    BigDecimal middle = mean(tail(close, 20));
    BigDecimal band = TWO.multiply(divide(squares(tail(close, 20)), 20).sqrt(MC), MC);
    values.put(IndicatorName.BOLLINGER_UPPER, middle.add(band, MC));
    values.put(IndicatorName.BOLLINGER_LOWER, middle.subtract(band, MC));
    values.put(IndicatorName.STOCH_K, mean(List.of(rawK(2), rawK(1), rawK(0))));
    values.put(
        IndicatorName.STOCH_D,
        divide(
            rawK(4)
                .add(TWO.multiply(rawK(3)))
                .add(BigDecimal.valueOf(3).multiply(rawK(2)))
                .add(TWO.multiply(rawK(1)))
                .add(rawK(0)),
            9));
    List<BigDecimal> macd = macd();
    values.put(IndicatorName.MACD_LINE, last(macd));
    values.put(IndicatorName.MACD_SIGNAL, last(ema(macd, 9)));
    values.put(IndicatorName.VOLUME_MA, mean(tail(volume, 20)));
    BigDecimal before = close.get(bars - 2);
    values.put(
        IndicatorName.PRICE_CHANGE_PCT,
        last(close).divide(before, MC).subtract(ONE).multiply(HUNDRED));
    values.put(IndicatorName.VOLATILITY, volatility(20));
    values.put(IndicatorName.CCI, cci(20));
    return values;
  }

  /**
   * EMA_today = k · price + (1 − k) · EMA_yesterday, k = 2/(n + 1), from the mean of the first n.
   */
  private static List<BigDecimal> ema(List<BigDecimal> x, int n) {
    BigDecimal k = TWO.divide(BigDecimal.valueOf(n + 1L), MC);
    List<BigDecimal> averages = new ArrayList<>(List.of(mean(x.subList(0, n))));
    for (BigDecimal price : x.subList(n, x.size())) {
      averages.add(k.multiply(price, MC).add(ONE.subtract(k).multiply(last(averages), MC), MC));
    }
    return averages;
  }

  private List<BigDecimal> macd() {
    List<BigDecimal> slow = ema(close, 26);
    List<BigDecimal> fast = tail(ema(close, 12), slow.size());
    return IntStream.range(0, slow.size())
        .mapToObj(i -> fast.get(i).subtract(slow.get(i)))
        .toList();
  }

  /**
   * Wilder's running sum: S_today = S_yesterday − S_yesterday/n + x, from the sum of the first n.
   */
  private static List<BigDecimal> wilderSum(List<BigDecimal> x, int n) {
    List<BigDecimal> sums = new ArrayList<>(List.of(sum(x.subList(0, n))));
    for (BigDecimal value : x.subList(n, x.size())) {
      BigDecimal before = last(sums);
      sums.add(before.subtract(divide(before, n)).add(value, MC));
    }
    return sums;
  }

  private BigDecimal rsi(int n) {
    List<BigDecimal> changes = changes(i -> close.get(i).subtract(close.get(i - 1)));
    BigDecimal up = last(wilderSum(changes.stream().map(c -> c.max(ZERO)).toList(), n));
    BigDecimal down = last(wilderSum(changes.stream().map(c -> c.negate().max(ZERO)).toList(), n));
    if (down.signum() == 0) {
      return up.signum() == 0 ? BigDecimal.valueOf(50) : HUNDRED;
    }
    BigDecimal rs = up.divide(down, MC);
    return HUNDRED.subtract(HUNDRED.divide(ONE.add(rs), MC));
  }

  private List<BigDecimal> trueRanges() {
    return changes(
        i -> {
          BigDecimal previous = close.get(i - 1);
          return high.get(i)
              .subtract(low.get(i))
              .max(high.get(i).subtract(previous).abs())
              .max(low.get(i).subtract(previous).abs());
        });
  }

  private BigDecimal adx(int n) {
    List<BigDecimal> range = wilderSum(trueRanges(), n);
    List<BigDecimal> plus = wilderSum(changes(i -> movement(up(i), down(i))), n);
    List<BigDecimal> minus = wilderSum(changes(i -> movement(down(i), up(i))), n);
    List<BigDecimal> dx = new ArrayList<>();
    for (int i = 0; i < range.size(); i++) {
      BigDecimal plusDi = percentOf(plus.get(i), range.get(i));
      BigDecimal minusDi = percentOf(minus.get(i), range.get(i));
      dx.add(percentOf(plusDi.subtract(minusDi).abs(), plusDi.add(minusDi)));
    }
    return divide(last(wilderSum(dx, n)), n);
  }

  private BigDecimal up(int i) {
    return high.get(i).subtract(high.get(i - 1));
  }

  private BigDecimal down(int i) {
    return low.get(i - 1).subtract(low.get(i));
  }

  private static BigDecimal movement(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) > 0 ? one.max(ZERO) : ZERO;
  }

  private BigDecimal vwap(int n) {
    List<BigDecimal> typical = tail(typical(), n);
    List<BigDecimal> volumes = tail(volume, n);
    BigDecimal total = sum(volumes);
    if (total.signum() == 0) {
      return mean(typical);
    }
    BigDecimal weighted = ZERO;
    for (int i = 0; i < n; i++) {
      weighted = weighted.add(typical.get(i).multiply(volumes.get(i)));
    }
    return weighted.divide(total, MC);
  }

  private List<BigDecimal> typical() {
    return column(i -> divide(high.get(i).add(low.get(i)).add(close.get(i)), 3));
  }

  private BigDecimal cci(int n) {
    List<BigDecimal> typical = tail(typical(), n);
    BigDecimal mean = mean(typical);
    BigDecimal deviation = mean(typical.stream().map(t -> t.subtract(mean).abs()).toList());
    boolean constant = typical.stream().allMatch(typical.getFirst()::equals);
    return constant
        ? ZERO
        : last(typical).subtract(mean).divide(new BigDecimal("0.015").multiply(deviation, MC), MC);
  }

  /** Raw %K of the 14 bars that end {@code ago} bars before the last. */
  private BigDecimal rawK(int ago) {
    int to = bars - ago;
    BigDecimal highest = high.subList(to - 14, to).stream().reduce(BigDecimal::max).orElseThrow();
    BigDecimal lowest = low.subList(to - 14, to).stream().reduce(BigDecimal::min).orElseThrow();
    return highest.compareTo(lowest) == 0
        ? BigDecimal.valueOf(50)
        : percentOf(close.get(to - 1).subtract(lowest), highest.subtract(lowest));
  }

  private BigDecimal volatility(int n) {
    List<BigDecimal> returns =
        IntStream.range(bars - n, bars)
            .mapToObj(i -> logarithm(close.get(i).divide(close.get(i - 1), MC)))
            .toList();
    return divide(squares(returns), n - 1).sqrt(MC);
  }

  /** ln x = 2 artanh((x − 1)/(x + 1)), after enough square roots to bring x near 1. */
  private static BigDecimal logarithm(BigDecimal x) {
    BigDecimal factor = TWO;
    BigDecimal near = x;
    while (near.subtract(ONE).abs().compareTo(new BigDecimal("0.1")) > 0) {
      near = near.sqrt(MC);
      factor = factor.multiply(TWO);
    }
    BigDecimal z = near.subtract(ONE).divide(near.add(ONE), MC);
    BigDecimal power = z;
    BigDecimal sum = ZERO;
    for (int k = 1; k < 60; k += 2) {
      sum = sum.add(divide(power, k), MC);
      power = power.multiply(z, MC).multiply(z, MC);
    }
    return factor.multiply(sum, MC);
  }

  private List<BigDecimal> changes(IntFunction<BigDecimal> value) {
    return IntStream.range(1, bars).mapToObj(value).toList();
  }

  private static BigDecimal squares(List<BigDecimal> x) {
    BigDecimal mean = mean(x);
    return sum(x.stream().map(v -> v.subtract(mean).pow(2, MC)).toList());
  }

  private static BigDecimal percentOf(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? ZERO : HUNDRED.multiply(part).divide(whole, MC);
  }

  private static BigDecimal mean(List<BigDecimal> x) {
    return divide(sum(x), x.size());
  }

  private static BigDecimal sum(List<BigDecimal> x) {
    return x.stream().reduce(ZERO, (a, b) -> a.add(b, MC));
  }

  private static BigDecimal divide(BigDecimal x, int n) {
    return x.divide(BigDecimal.valueOf(n), MC);
  }

  private static BigDecimal last(List<BigDecimal> x) {
    return x.getLast();
  }

  private static List<BigDecimal> tail(List<BigDecimal> x, int n) {
    return x.subList(x.size() - n, x.size());
  }
}
