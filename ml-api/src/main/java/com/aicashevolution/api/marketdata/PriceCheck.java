package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import java.util.Optional;

/** What is wrong with a row by itself. Immutable. */
final class PriceCheck {

  /** Leaves room for the half spread that makes a mid price of a bid. */
  private static final double MOST_PRICE = Candle.MAX_PRICE / 4;

  private final double scale;
  private final double mostVolume;

  /**
   * @param scale price per unit of the file
   * @param mostVolume of one row: as many as make a candle must add up to a believable volume
   */
  PriceCheck(double scale, double mostVolume) {
    this.scale = scale;
    this.mostVolume = mostVolume;
  }

  Optional<RowProblem> problemOf(RawBar row) {
    if (!isPrice(row.open())) {
      return problem(row, "open", row.open() + " is no price");
    }
    if (!isPrice(row.high())) {
      return problem(row, "high", row.high() + " is no price");
    }
    if (!isPrice(row.low())) {
      return problem(row, "low", row.low() + " is no price");
    }
    if (!isPrice(row.close())) {
      return problem(row, "close", row.close() + " is no price");
    }
    double top = Math.max(row.open(), row.close());
    if (row.high() < top) {
      return problem(row, "high", row.high() + " is below open or close " + top);
    }
    double bottom = Math.min(row.open(), row.close());
    if (row.low() > bottom) {
      return problem(row, "low", row.low() + " is above open or close " + bottom);
    }
    if (!(row.volume() >= 0 && row.volume() <= mostVolume)) {
      return problem(row, "volume", row.volume() + " is no volume");
    }
    return spreadProblem(row);
  }

  private Optional<RowProblem> spreadProblem(RawBar row) {
    double spread =
        switch (row.spread()) {
          case RawBar.Spread.Unknown() -> 0;
          case RawBar.Spread.Points(double points) -> points;
          case RawBar.Spread.PriceUnits(double units) -> units;
        };
    return spread >= 0 && spread <= MOST_PRICE && spread * scale <= MOST_PRICE
        ? Optional.empty()
        : problem(row, "spread", spread + " is no spread");
  }

  private boolean isPrice(double value) {
    double price = value * scale;
    return price >= Candle.MIN_PRICE && price <= MOST_PRICE;
  }

  private static Optional<RowProblem> problem(RawBar row, String column, String reason) {
    return Optional.of(new RowProblem(row.line(), column, reason));
  }
}
