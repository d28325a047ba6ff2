package com.aicashevolution.platform.market;

import com.aicashevolution.market.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The symbols this installation trades.
 *
 * @param symbols in the order they are shown; {@link Symbol#defaults()} where none are configured
 */
@ConfigurationProperties(prefix = "ml.market", ignoreUnknownFields = false)
public record TradedSymbols(List<Symbol> symbols) {

  public TradedSymbols(@Nullable List<Symbol> symbols) {
    this.symbols = symbols == null || symbols.isEmpty() ? Symbol.defaults() : List.copyOf(symbols);
  }

  public boolean contains(Symbol symbol) {
    return symbols.contains(symbol);
  }
}
