package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a line, beside who ought to.
 *
 * @param aspired what the registry said last
 * @param champion the version that answers; not the aspired one where that is not loaded
 * @param challenger loaded challenger
 * @param previous loaded previous champion
 */
public record ServingLine(
    LineState aspired,
    @Nullable ServingModel champion,
    @Nullable ServingModel challenger,
    @Nullable ServingModel previous) {

  public ModelLine line() {
    return aspired.line();
  }

  public Timeframe timeframe() {
    return aspired.timeframe();
  }

  /** Whether another version than the wanted one answers, or none does. */
  public boolean isDegraded() {
    return isMissing(aspired.champion(), champion) || isMissing(aspired.challenger(), challenger);
  }

  private static boolean isMissing(@Nullable ModelVersion wanted, @Nullable ServingModel actual) {
    return wanted != null && !wanted.equals(versionOf(actual));
  }

  Stream<ServingModel> models() {
    return Stream.of(
            Optional.ofNullable(champion),
            Optional.ofNullable(challenger),
            Optional.ofNullable(previous))
        .flatMap(Optional::stream)
        .distinct();
  }

  static @Nullable ModelVersion versionOf(@Nullable ServingModel model) {
    return model == null ? null : model.version();
  }
}
