package com.aicashevolution.trainer.publishing;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Finds the version a request means. Thread-safe. */
public final class ModelChoice {

  /** Instead of a version: the one that serves a line. */
  public static final String CHAMPION = "champion";

  private final ModelRegistry registry;
  private final PublishedModels published;

  public ModelChoice(ModelRegistry registry, PublishedModels published) {
    this.registry = registry;
    this.published = published;
  }

  /** What came of looking. */
  public sealed interface Result {

    record Chosen(PublishedModel model) implements Result {}

    /** There is none; {@code why} is a sentence. */
    record Unknown(String why) implements Result {}

    /** It is not what was published. */
    record Damaged(ModelVersion version, String why) implements Result {}
  }

  /**
   * Finds {@code name}, a version or {@value #CHAMPION}, which is the one that serves {@code line}
   * on bars of {@code timeframe}.
   *
   * @throws IOException if the artifact store cannot be reached
   */
  public Result choose(String name, ModelLine line, Timeframe timeframe) throws IOException {
    if (name.equals(CHAMPION)) {
      Optional<ModelVersion> champion =
          registry.lines().stream()
              .filter(state -> state.line().equals(line))
              .filter(state -> state.timeframe() == timeframe)
              .map(LineState::champion)
              .filter(Objects::nonNull)
              .findFirst();
      return champion.isEmpty()
          ? new Result.Unknown("Line %s has no champion on %s bars".formatted(line, timeframe))
          : read(champion.get());
    }
    try {
      return read(new ModelVersion(name));
    } catch (IllegalArgumentException notAName) {
      return new Result.Unknown(
          "There is no model '%s': it must be 'champion' or a version such as v20261121_020000"
              .formatted(name));
    }
  }

  private Result read(ModelVersion version) throws IOException {
    return switch (published.read(version)) {
      case PublishedModels.Reading.Read(PublishedModel model) -> new Result.Chosen(model);
      case PublishedModels.Reading.Unknown(ModelVersion unknown) ->
          new Result.Unknown("There is no model version " + unknown);
      case PublishedModels.Reading.Damaged(ModelVersion damaged, String why) ->
          new Result.Damaged(damaged, why);
    };
  }
}
