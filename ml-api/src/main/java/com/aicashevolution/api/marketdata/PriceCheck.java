package com.aicashevolution.api.marketdata;

import java.util.Optional;

/** What is wrong with a row by itself. */
final class PriceCheck {

  private PriceCheck() {}

  static Optional<RowProblem> problemOf(RawBar row) {
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
    if (!(row.volume() >= 0 && row.volume() < Double.POSITIVE_INFINITY)) {
      return problem(row, "volume", row.volume() + " is no volume");
    }
    return spreadProblem(row);
  }

  private static Optional<RowProblem> spreadProblem(RawBar row) {
    double spread =
        switch (row.spread()) {
          case RawBar.Spread.Unknown() -> 0;
          case RawBar.Spread.Points(double points) -> points;
          case RawBar.Spread.PriceUnits(double units) -> units;
        };
    return spread >= 0 && spread < Double.POSITIVE_INFINITY
        ? Optional.empty()
        : problem(row, "spread", spread + " is no spread");
  }

  private static boolean isPrice(double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY;
  }

  private static Optional<RowProblem> problem(RawBar row, String column, String reason) {
    return Optional.of(new RowProblem(row.line(), column, reason));
  }
}
