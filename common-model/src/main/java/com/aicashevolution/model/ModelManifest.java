package com.aicashevolution.model;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a version is, except its weights; written last, so that its presence makes the
 * version.
 *
 * @param manifestVersion layout of this document
 * @param schema meaning of the network's input; serving refuses a foreign one
 * @param timeframe bars the model reads
 * @param symbols symbols it was trained on
 * @param simulated whether it was trained on a simulated market
 * @param architecture sizes of the network
 * @param data where the training data began and ended, and what it was
 * @param seed of weights, shuffling and dropout
 * @param report of its seed on samples no fit of it had seen, baselines included
 * @param walkForward every seed and fold of the run, and this network on the holdout
 * @param attribution what it uses; null where it was published before that was measured
 * @param golden recomputed by serving before the version may answer
 * @param files every other file of the version: SHA-256 and size
 * @param provenance versions of libraries, Java and native backend
 */
public record ModelManifest(
    int manifestVersion,
    ModelVersion version,
    ModelLine line,
    String trainingId,
    Instant createdAt,
    FeatureSchema schema,
    Timeframe timeframe,
    List<Symbol> symbols,
    boolean simulated,
    LabelSpec label,
    Standardizer standardizer,
    TemperatureScaling calibration,
    Architecture architecture,
    TrainingData data,
    long seed,
    EvaluationReport report,
    WalkForwardReport walkForward,
    GateVerdict gate,
    @Nullable IndicatorImportance attribution,
    List<GoldenVector> golden,
    Map<String, FileDigest> files,
    Map<String, String> provenance) {

  /** Layout this build writes and reads. */
  public static final int CURRENT = 1;

  /** Names of the files of a version. */
  public static final String MODEL_ZIP = "model.zip";

  public static final String WEIGHTS = "weights.safetensors";
  public static final String BACKGROUND = "background.safetensors";

  /** What drift is measured against; versions of older builds have none. */
  public static final String DRIFT = "drift.json";

  public static final String MANIFEST = "metadata.json";

  public ModelManifest {
    symbols = List.copyOf(symbols);
    golden = List.copyOf(golden);
    files = Map.copyOf(files);
    provenance = Map.copyOf(provenance);
  }

  /**
   * Sizes of the network and of its regularisation.
   *
   * @param lstmUnits units of each recurrent layer, input side first
   * @param denseUnits units of the hidden dense layer
   * @param dropout probability of dropping an activation while training, in [0, 1)
   * @param batchNorm whether the last step is normalised before the dense layer
   */
  public record Architecture(
      List<Integer> lstmUnits, int denseUnits, double dropout, boolean batchNorm) {

    public Architecture {
      lstmUnits = List.copyOf(lstmUnits);
    }
  }

  /**
   * Where the samples came from.
   *
   * @param from open time of the first candle used
   * @param to close time of the last candle used
   * @param trainSamples windows fitted on
   * @param validationSamples windows judged out of fold, which chose epochs and calibration
   * @param testSamples windows of the holdout
   * @param dataHash SHA-256 over candles in order, lower-case hex
   */
  public record TrainingData(
      Instant from,
      Instant to,
      int trainSamples,
      int validationSamples,
      int testSamples,
      String dataHash) {}

  /**
   * Fingerprint of a file.
   *
   * @param sha256 lower-case hex
   * @param bytes size
   */
  public record FileDigest(String sha256, long bytes) {}
}
