package com.aicashevolution.market.simulated;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Set;

/**
 * How busy a symbol is in an hour. Each of its two currencies is busy while its own financial
 * centres are at work, by their local clocks and so with their daylight saving. Thread-safe.
 */
final class Sessions {

  private static final ZoneRules TOKYO = ZoneId.of("Asia/Tokyo").getRules();
  private static final ZoneRules LONDON = ZoneId.of("Europe/London").getRules();
  private static final ZoneRules NEW_YORK = ZoneId.of("America/New_York").getRules();
  private static final Set<String> ASIAN = Set.of("JPY", "AUD", "NZD");
  private static final Set<String> AMERICAN = Set.of("USD", "CAD");

  private static final double NIGHT = 0.75;
  private static final int ROLLOVER_HOUR = 17;

  private final double asia;
  private final double europe;
  private final double america;

  Sessions(Symbol symbol) {
    if (symbol.category() == SymbolCategory.CRYPTO) {
      asia = 0.18;
      europe = 0.22;
      america = 0.27;
    } else {
      asia = 0.5 * (asia(symbol.base()) + asia(symbol.quote()));
      america = 0.5 * (america(symbol.base()) + america(symbol.quote()));
      europe = 0.67 - asia - america;
    }
  }

  private static double asia(String currency) {
    return ASIAN.contains(currency) ? 0.25 : 0.07;
  }

  private static double america(String currency) {
    return AMERICAN.contains(currency) ? 0.32 : 0.18;
  }

  /** Volatility relative to the symbol's mean: between 0.75 and 1.4, over a week about 1. */
  double activity(Instant hour) {
    double activity = NIGHT;
    activity += isOpen(TOKYO, hour, 9, 18) ? asia : 0;
    activity += isOpen(LONDON, hour, 8, 17) ? europe : 0;
    activity += isOpen(NEW_YORK, hour, 8, 17) ? america : 0;
    return activity;
  }

  /** Spread relative to the symbol's typical one: narrow when busy, wide at New York's rollover. */
  double spreadFactor(Instant hour, double activity) {
    int newYork = localHour(NEW_YORK, hour);
    if (newYork == ROLLOVER_HOUR) {
      return 3;
    }
    return newYork == ROLLOVER_HOUR + 1 ? 1.8 : 1.2 / Math.max(1, activity);
  }

  private static boolean isOpen(ZoneRules zone, Instant hour, int from, int to) {
    int local = localHour(zone, hour);
    return local >= from && local < to;
  }

  private static int localHour(ZoneRules zone, Instant hour) {
    long local = hour.getEpochSecond() + zone.getOffset(hour).getTotalSeconds();
    return (int) (Math.floorMod(local, 86_400L) / 3600);
  }
}
