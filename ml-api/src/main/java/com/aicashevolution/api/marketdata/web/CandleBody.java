package com.aicashevolution.api.marketdata.web;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.problem.Problem.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candle on the wire.
 *
 * @param spread ask minus bid; the symbol's typical spread where it is not sent
 * @param complete whether the bar has closed; true where it is not sent
 */
record CandleBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant openTime,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Double open,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Double high,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Double low,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Double close,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Double volume,
    @Nullable Double spread,
    @Schema(defaultValue = "true") @Nullable Boolean complete) {

  static CandleBody of(CandleSeries series, int i) {
    return new CandleBody(
        series.openTime(i),
        series.open(i),
        series.high(i),
        series.low(i),
        series.close(i),
        series.volume(i),
        series.spread(i),
        true);
  }

  /** The candle, or null after saying in {@code errors} why it is none. */
  @Nullable Candle toCandle(String path, Symbol symbol, List<FieldError> errors) {
    List<FieldError> found = new ArrayList<>();
    Instant time = openTime;
    if (time == null) {
      found.add(new FieldError(path + ".open_time", "must be given"));
    }
    double o = price(path + ".open", open, found);
    double h = price(path + ".high", high, found);
    double l = price(path + ".low", low, found);
    double c = price(path + ".close", close, found);
    double v = amount(path + ".volume", volume, Candle.MAX_VOLUME, found);
    double s =
        spread == null
            ? symbol.typicalSpread()
            : amount(path + ".spread", spread, Candle.MAX_PRICE, found);
    if (found.isEmpty() && h < Math.max(o, c)) {
      found.add(new FieldError(path + ".high", "must be >= open and close, was " + h));
    }
    if (found.isEmpty() && l > Math.min(o, c)) {
      found.add(new FieldError(path + ".low", "must be <= open and close, was " + l));
    }
    errors.addAll(found);
    return !found.isEmpty() || time == null
        ? null
        : new Candle(time, o, h, l, c, v, s, complete == null || complete);
  }

  private static double price(String path, @Nullable Double value, List<FieldError> errors) {
    if (value == null) {
      errors.add(new FieldError(path, "must be given"));
      return 0;
    }
    if (!(value >= Candle.MIN_PRICE && value <= Candle.MAX_PRICE)) {
      errors.add(
          new FieldError(
              path,
              "must be a price in [%s, %s], was %s"
                  .formatted(Candle.MIN_PRICE, Candle.MAX_PRICE, value)));
    }
    return value;
  }

  private static double amount(
      String path, @Nullable Double value, double most, List<FieldError> errors) {
    if (value == null) {
      errors.add(new FieldError(path, "must be given"));
      return 0;
    }
    if (!(value >= 0 && value <= most)) {
      errors.add(new FieldError(path, "must be in [0, %s], was %s".formatted(most, value)));
    }
    return value;
  }
}
