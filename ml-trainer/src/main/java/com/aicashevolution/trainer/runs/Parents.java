package com.aicashevolution.trainer.runs;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.publishing.ModelChoice;
import com.aicashevolution.trainer.training.WarmStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the version that a run begins from, and refuses one whose weights would mean something else
 * in it: other sizes, other bars, other labels. What it may have seen is for the run to say, which
 * knows its candles. Thread-safe.
 */
public final class Parents {

  private static final String FIELD = "warm_start";

  private final Shelf shelf;

  public Parents(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Where nothing is published. */
  public static Parents none() {
    return new Parents(
        (name, _, _) -> new ModelChoice.Result.Unknown("There is no version here, nor " + name));
  }

  /** Where published versions are read from. */
  @FunctionalInterface
  public interface Shelf {

    /** As {@link ModelChoice#choose}. */
    ModelChoice.Result choose(String name, ModelLine line, Timeframe timeframe) throws IOException;
  }

  /**
   * The parent that {@code name} means.
   *
   * @param line whose champion, if it is not a version
   * @throws InvalidTrainingRequestException if there is none, or it does not fit
   * @throws UncheckedIOException if the artifact store cannot be reached
   */
  WarmStart find(String name, ModelLine line, DatasetSpec dataset, Architecture architecture) {
    ModelManifest parent =
        switch (choose(name, line, dataset.timeframe())) {
          case ModelChoice.Result.Chosen(var model) -> model.manifest();
          case ModelChoice.Result.Unknown(String why) ->
              throw refused(name, "must name a version that exists: " + why);
          case ModelChoice.Result.Damaged(var version, String why) ->
              throw refused(
                  name, "must name a sound version, %s is not: %s".formatted(version, why));
        };
    List<String> differences = differences(parent, dataset, architecture);
    if (!differences.isEmpty()) {
      throw refused(
          name,
          "must fit this run, %s does not: %s"
              .formatted(parent.version(), String.join("; ", differences)));
    }
    FileDigest network = parent.files().get(ModelManifest.MODEL_ZIP);
    if (network == null) {
      throw refused(
          name,
          "must have a %s, %s lists none".formatted(ModelManifest.MODEL_ZIP, parent.version()));
    }
    return new WarmStart(
        parent.version(), network.sha256(), parent.data().to(), parent.simulated());
  }

  private ModelChoice.Result choose(String name, ModelLine line, Timeframe timeframe) {
    try {
      return shelf.choose(name, line, timeframe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Dropout may differ: it has no weights. The schema is compared when a version is read. */
  private static List<String> differences(
      ModelManifest parent, DatasetSpec dataset, Architecture architecture) {
    List<String> differences = new ArrayList<>();
    String parents = sizes(parent.architecture());
    String ours = sizes(architecture);
    if (!parents.equals(ours)) {
      differences.add("its network is %s, this run's %s".formatted(parents, ours));
    }
    if (parent.timeframe() != dataset.timeframe()) {
      differences.add(
          "it reads %s bars, this run %s".formatted(parent.timeframe(), dataset.timeframe()));
    }
    if (!parent.label().equals(dataset.label())) {
      differences.add(
          "its labels are of %d bars and %s ATR, this run's of %d and %s"
              .formatted(
                  parent.label().horizonBars(),
                  parent.label().barrierAtr(),
                  dataset.label().horizonBars(),
                  dataset.label().barrierAtr()));
    }
    return differences;
  }

  private static String sizes(Architecture architecture) {
    return "LSTM %s, dense %d%s"
        .formatted(
            architecture.lstmUnits(),
            architecture.denseUnits(),
            architecture.batchNorm() ? ", batch normalisation" : "");
  }

  private static InvalidTrainingRequestException refused(String name, String why) {
    return new InvalidTrainingRequestException(FIELD, name, why);
  }
}
