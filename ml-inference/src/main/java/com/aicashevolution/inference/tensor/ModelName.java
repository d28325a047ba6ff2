package com.aicashevolution.inference.tensor;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a client of tensors calls a model: a line, on H1 unless another timeframe follows a dot, as
 * in {@code EURUSD.H4}. Another timeframe is another model, with versions and a champion of its
 * own, and its name is the only thing every client can say.
 */
public record ModelName(ModelLine line, Timeframe timeframe) {

  private static final Timeframe UNSAID = Timeframe.H1;
  private static final char BEFORE_TIMEFRAME = '.';

  /** The model of that name; empty for what can be none. */
  public static Optional<ModelName> parse(String text) {
    int dot = text.indexOf(BEFORE_TIMEFRAME);
    return dot < 0
        ? line(text).map(line -> new ModelName(line, UNSAID))
        : line(text.substring(0, dot))
            .flatMap(
                line ->
                    timeframe(text.substring(dot + 1))
                        .map(timeframe -> new ModelName(line, timeframe)));
  }

  private static Optional<ModelLine> line(String name) {
    try {
      return Optional.of(new ModelLine(name));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<Timeframe> timeframe(String name) {
    return Arrays.stream(Timeframe.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** The shortest name. */
  @Override
  public String toString() {
    return timeframe == UNSAID ? line.name() : line.name() + BEFORE_TIMEFRAME + timeframe;
  }
}
