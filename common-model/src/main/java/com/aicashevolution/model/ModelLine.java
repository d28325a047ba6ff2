package com.aicashevolution.model;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A succession of versions that answer for the same symbols: {@code global}, a category such as
 * {@code fx-major}, or one symbol such as {@code EURUSD}.
 *
 * @param name the line's name on the wire
 */
public record ModelLine(String name) implements Comparable<ModelLine> {

  private static final Pattern SYMBOL = Pattern.compile("[A-Z]{6}");
  private static final Set<String> CATEGORIES =
      Arrays.stream(SymbolCategory.values())
          .map(SymbolCategory::wireName)
          .collect(Collectors.toUnmodifiableSet());

  /** The line that answers for every symbol without a line of its own. */
  public static final ModelLine GLOBAL = new ModelLine("global");

  public ModelLine {
    if (!name.equals("global") && !isCategory(name) && !SYMBOL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "line must be global, a category (fx-major, fx-cross, metal, crypto) or a symbol, was '"
              + name
              + "'");
    }
  }

  public static ModelLine of(SymbolCategory category) {
    return new ModelLine(category.wireName());
  }

  public static ModelLine of(Symbol symbol) {
    return new ModelLine(symbol.code());
  }

  /** Lines that may answer for {@code symbol}, the most specific first. */
  public static List<ModelLine> candidatesFor(Symbol symbol) {
    return List.of(of(symbol), of(symbol.category()), GLOBAL);
  }

  /** Lines that answer for all symbols of this one where it has no champion, the nearest first. */
  public List<ModelLine> lessSpecific() {
    if (equals(GLOBAL)) {
      return List.of();
    }
    return isCategory(name) ? List.of(GLOBAL) : List.of(of(Symbol.of(name).category()), GLOBAL);
  }

  /** Whether it answers for one symbol alone. */
  public boolean isSymbol() {
    return !equals(GLOBAL) && !isCategory(name);
  }

  public boolean covers(Symbol symbol) {
    return candidatesFor(symbol).contains(this);
  }

  private static boolean isCategory(String name) {
    return CATEGORIES.contains(name);
  }

  @Override
  public int compareTo(ModelLine other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
