package com.aicashevolution.trainer.runs;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import com.aicashevolution.model.ModelLine;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How wide a version answers: the other way to name a line, by what it is trained on. */
public enum TrainingScope {
  GLOBAL,
  CATEGORY,
  SYMBOL;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The line that this scope and {@code symbols} mean.
   *
   * @throws InvalidTrainingRequestException if {@code symbols} are not of one category, or not one
   *     symbol, where the scope asks for that; or if {@code line} says another line
   */
  public ModelLine line(@Nullable List<Symbol> symbols, @Nullable ModelLine line) {
    ModelLine meant =
        switch (this) {
          case GLOBAL -> ModelLine.GLOBAL;
          case CATEGORY -> symbols == null ? named(line) : category(symbols);
          case SYMBOL -> symbols == null ? named(line) : symbol(symbols);
        };
    if (line != null && !line.equals(meant)) {
      throw new InvalidTrainingRequestException(
          "line", line, "must be " + meant + ", which is what scope " + wireName() + " means here");
    }
    return meant;
  }

  private ModelLine named(@Nullable ModelLine line) {
    if (line == null || line.isSymbol() != (this == SYMBOL) || line.equals(ModelLine.GLOBAL)) {
      throw new InvalidTrainingRequestException(
          "symbols",
          line == null ? "null" : line,
          "must name the " + wireName() + " that scope asks for");
    }
    return line;
  }

  private static ModelLine category(List<Symbol> symbols) {
    Set<SymbolCategory> categories =
        symbols.stream().map(Symbol::category).collect(Collectors.toSet());
    if (categories.size() != 1) {
      throw new InvalidTrainingRequestException(
          "symbols", symbols, "must be of one category where scope is category");
    }
    return ModelLine.of(categories.iterator().next());
  }

  private static ModelLine symbol(List<Symbol> symbols) {
    List<Symbol> distinct = symbols.stream().distinct().toList();
    if (distinct.size() != 1) {
      throw new InvalidTrainingRequestException(
          "symbols", symbols, "must be one symbol where scope is symbol, were " + distinct.size());
    }
    return ModelLine.of(distinct.getFirst());
  }
}
