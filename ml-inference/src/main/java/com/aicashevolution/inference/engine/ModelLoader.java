package com.aicashevolution.inference.engine;

import static com.aicashevolution.inference.engine.RefusedException.require;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.inference.engine.Refusal.Reason;
import com.aicashevolution.lstm.KernelCapability;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.BackgroundCodec;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.registry.ModelRecord;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a version from the artifact store into memory, believing nothing: the manifest must be the
 * one the registry knows, every file the one the manifest knows, the schema the one this build
 * computes, the network of the shape that was announced, and its answers those of the training
 * library within {@value #GOLDEN_TOLERANCE}. Thread-safe.
 */
public final class ModelLoader {

  /** Largest difference in a probability on a golden vector. */
  static final double GOLDEN_TOLERANCE = 1e-6;

  /** Forward passes after which the kernel is compiled, whichever network it computes. */
  private static final int WARM_UP_PASSES = 64;

  private final ArtifactReader reader;
  private final Clock clock;
  private final AtomicInteger passesMade = new AtomicInteger();

  /** Reads every file from the store. */
  public ModelLoader(ArtifactStore store, Clock clock) {
    this(store, ArtifactCache.NONE, clock);
  }

  /** Asks the store for what the cache does not have. */
  public ModelLoader(ArtifactStore store, ArtifactCache cache, Clock clock) {
    this.reader = new ArtifactReader(store, cache);
    this.clock = clock;
  }

  /** Loads, verifies and warms the version that {@code registered} describes. */
  public LoadResult load(ModelRecord registered) {
    try {
      ModelManifest manifest = reader.manifest(registered);
      Map<String, byte[]> files = reader.files(manifest);
      ServingModel model =
          new ServingModel(
              manifest, network(manifest, files), background(manifest, files), clock.instant());
      verifyAnswers(model);
      return new LoadResult.Loaded(model);
    } catch (RefusedException refused) {
      return new LoadResult.Refused(refused.refusal());
    } catch (IOException unreachable) {
      return new LoadResult.Unreachable(registered.version(), unreachable.toString());
    }
  }

  /** Null for a version of before explanations. */
  private static float @Nullable [] background(ModelManifest manifest, Map<String, byte[]> files)
      throws RefusedException {
    byte[] windows = files.get(ModelManifest.BACKGROUND);
    if (windows == null) {
      return null;
    }
    try {
      return BackgroundCodec.read(windows);
    } catch (ArtifactFormatException malformed) {
      throw new RefusedException(
          manifest.version(), Reason.BACKGROUND_FORMAT, String.valueOf(malformed.getMessage()));
    }
  }

  private static LstmForward network(ModelManifest manifest, Map<String, byte[]> files)
      throws RefusedException {
    byte[] weights = files.get(ModelManifest.WEIGHTS);
    if (weights == null) {
      throw new RefusedException(
          manifest.version(), Reason.FILE_MISSING, "manifest lists no " + ModelManifest.WEIGHTS);
    }
    LstmParameters parameters;
    try {
      parameters = SafetensorsCodec.read(weights);
    } catch (ArtifactFormatException malformed) {
      throw new RefusedException(
          manifest.version(), Reason.WEIGHTS_FORMAT, String.valueOf(malformed.getMessage()));
    }
    List<Integer> units = parameters.recurrent().stream().map(LstmParameters.Lstm::units).toList();
    require(
        parameters.inputs() == FeatureSchema.FEATURES
            && units.equals(manifest.architecture().lstmUnits()),
        manifest.version(),
        Reason.SHAPE,
        "weights are of %d inputs and LSTM units %s; the schema has %d inputs, the manifest units %s"
            .formatted(
                parameters.inputs(),
                units,
                FeatureSchema.FEATURES,
                manifest.architecture().lstmUnits()));
    try {
      return LstmForward.of(parameters);
    } catch (IllegalArgumentException inconsistent) {
      throw new RefusedException(
          manifest.version(), Reason.SHAPE, String.valueOf(inconsistent.getMessage()));
    }
  }

  /**
   * Repeats the training library's answers; in a process that has computed little, often enough to
   * be warm afterwards, so that its first request is not its slowest.
   */
  private void verifyAnswers(ServingModel model) throws RefusedException {
    List<GoldenVector> golden = model.manifest().golden();
    require(!golden.isEmpty(), model.version(), Reason.GOLDEN_VECTORS, "there are none");
    for (int i = 0; i < golden.size(); i++) {
      double error = model.errorOn(golden.get(i));
      require(
          error <= GOLDEN_TOLERANCE, // false for NaN
          model.version(),
          Reason.GOLDEN_VECTORS,
          "golden vector %d differs by %s, allowed are %s".formatted(i, error, GOLDEN_TOLERANCE));
    }
    // without fused multiply-add nothing warms up: the passes would only take minutes
    int wanted = KernelCapability.current().fast() ? WARM_UP_PASSES : 0;
    int made = passesMade.addAndGet(golden.size());
    while (made < wanted) {
      model.errorOn(golden.get(made % golden.size()));
      made = passesMade.incrementAndGet();
    }
  }
}
