package com.aicashevolution.market;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A traded instrument, written as base and quote currency without a separator, for example {@code
 * EURUSD}.
 *
 * @param code six upper-case letters
 */
public record Symbol(String code) implements Comparable<Symbol> {

  private static final Pattern CODE = Pattern.compile("[A-Z]{6}");
  private static final Set<String> MAJORS =
      Set.of("EURUSD", "GBPUSD", "USDJPY", "USDCHF", "AUDUSD", "USDCAD", "NZDUSD");
  private static final Set<String> CRYPTO_BASES = Set.of("BTC", "ETH", "LTC", "XRP");

  private static final List<Symbol> DEFAULTS =
      List.of(
              "EURUSD", "GBPUSD", "USDJPY", "USDCHF", "AUDUSD", "USDCAD", "NZDUSD", "EURGBP",
              "EURJPY", "EURCHF", "EURAUD", "EURCAD", "EURNZD", "GBPJPY", "GBPCHF", "GBPAUD",
              "GBPCAD", "AUDJPY", "AUDCAD", "AUDNZD", "CADJPY", "CHFJPY", "NZDJPY", "XAUUSD",
              "XAGUSD", "BTCUSD")
          .stream()
          .map(Symbol::new)
          .toList();

  public Symbol {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "symbol must be six upper-case letters such as EURUSD, was '" + code + "'");
    }
  }

  /** Returns the symbol written {@code code}; throws {@link IllegalArgumentException} otherwise. */
  public static Symbol of(String code) {
    return new Symbol(code);
  }

  /** The 26 symbols the system serves unless it is configured otherwise. */
  public static List<Symbol> defaults() {
    return DEFAULTS;
  }

  public String base() {
    return code.substring(0, 3);
  }

  public String quote() {
    return code.substring(3);
  }

  public SymbolCategory category() {
    if (base().startsWith("XA") || base().startsWith("XP")) {
      return SymbolCategory.METAL;
    }
    if (CRYPTO_BASES.contains(base())) {
      return SymbolCategory.CRYPTO;
    }
    return MAJORS.contains(code) ? SymbolCategory.FX_MAJOR : SymbolCategory.FX_CROSS;
  }

  /** Smallest quoted price step: brokers' exports in points are multiples of it. */
  public double point() {
    return switch (category()) {
      case METAL -> base().equals("XAG") ? 1e-3 : 1e-2;
      case CRYPTO -> 1e-2;
      case FX_MAJOR, FX_CROSS -> quote().equals("JPY") ? 1e-3 : 1e-5;
    };
  }

  /** Typical spread of a retail broker in points, used where a source carries no spread. */
  public double typicalSpreadPoints() {
    return switch (category()) {
      case FX_MAJOR -> 12;
      case FX_CROSS -> 22;
      case METAL -> 30;
      case CRYPTO -> 2_000;
    };
  }

  /** {@link #typicalSpreadPoints()} in price units. */
  public double typicalSpread() {
    return typicalSpreadPoints() * point();
  }

  @Override
  public int compareTo(Symbol other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
