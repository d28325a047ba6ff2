package com.aicashevolution.platform.notice;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.util.Optional;

/** What is new. */
public sealed interface Notice {

  /** Versions were registered, promoted or taken out of service. */
  record LinesChanged() implements Notice {}

  /** Candles were added or corrected. */
  record CandlesChanged(Symbol symbol, Timeframe timeframe) implements Notice {}

  /** Indicator weights were stored or reset. */
  record WeightsChanged() implements Notice {}

  /** As it travels: {@code lines}, {@code weights} or {@code candles EURUSD H1}. */
  default String text() {
    return switch (this) {
      case LinesChanged lines -> "lines";
      case WeightsChanged weights -> "weights";
      case CandlesChanged(Symbol symbol, Timeframe timeframe) ->
          "candles " + symbol.code() + " " + timeframe.name();
    };
  }

  /** The notice in {@code text}; empty for one of another build, which is none to us. */
  static Optional<Notice> parse(String text) {
    String[] words = text.split(" ", -1);
    try {
      return switch (words[0] + "/" + words.length) {
        case "lines/1" -> Optional.of(new LinesChanged());
        case "weights/1" -> Optional.of(new WeightsChanged());
        case "candles/3" ->
            Optional.of(new CandlesChanged(Symbol.of(words[1]), Timeframe.valueOf(words[2])));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
