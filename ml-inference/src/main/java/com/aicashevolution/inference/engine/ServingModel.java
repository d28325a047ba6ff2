package com.aicashevolution.inference.engine;

import com.aicashevolution.attribution.Attribution;
import com.aicashevolution.attribution.ServedModel;
import com.aicashevolution.attribution.ShapleyAttribution;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A version that is ready to answer. Immutable but for idle working memory; thread-safe. */
public final class ServingModel {

  /** Working memories kept for reuse; more threads than this at once make their own. */
  private static final int IDLE_WORKSPACES = 16;

  private final ModelManifest manifest;
  private final LstmForward network;
  private final Instant loadedAt;

  /** Standardized windows to explain answers against, {@code [n, 20, 17]}; null if it has none. */
  private final float @Nullable [] background;

  private final Queue<Workspace> idle = new ArrayBlockingQueue<>(IDLE_WORKSPACES);

  private record Workspace(float[] standardized, float[] logits, LstmForward.Scratch scratch) {}

  ServingModel(
      ModelManifest manifest,
      LstmForward network,
      float @Nullable [] background,
      Instant loadedAt) {
    this.manifest = manifest;
    this.network = network;
    this.background = background;
    this.loadedAt = loadedAt;
  }

  /** Calibrated probabilities for a raw window. */
  public Probabilities predict(FeatureWindow window) {
    return predictOne(window.values());
  }

  /** Calibrated probabilities for raw windows, in their order: the bits {@link #predict} gives. */
  public List<Probabilities> predictAll(List<FeatureWindow> windows) {
    if (windows.size() == 1) {
      return List.of(predict(windows.getFirst()));
    }
    int count = windows.size();
    float[] standardized = new float[count * FeatureWindow.LENGTH];
    for (int i = 0; i < count; i++) {
      standardize(windows.get(i).values(), 0, standardized, i);
    }
    return answers(standardized, count);
  }

  /**
   * The same for raw windows that lie one behind the other, {@code [n, 20, 17]} row-major and
   * finite, in one pass.
   */
  public List<Probabilities> predictAll(float[] windows) {
    int count = windows.length / FeatureWindow.LENGTH;
    if (windows.length != count * FeatureWindow.LENGTH) {
      throw new IllegalArgumentException(
          "windows must have a multiple of "
              + FeatureWindow.LENGTH
              + " values, had "
              + windows.length);
    }
    if (count == 1) {
      return List.of(predictOne(windows));
    }
    float[] standardized = new float[windows.length];
    for (int i = 0; i < count; i++) {
      standardize(windows, i * FeatureWindow.LENGTH, standardized, i);
    }
    return answers(standardized, count);
  }

  private Probabilities predictOne(float[] window) {
    Workspace workspace = borrow();
    standardize(window, 0, workspace.standardized, 0);
    network.logits(workspace.standardized, 0, 1, workspace.logits, workspace.scratch);
    Probabilities answer = manifest.calibration().apply(workspace.logits, 0);
    idle.offer(workspace);
    return answer;
  }

  private void standardize(float[] raw, int offset, float[] standardized, int place) {
    manifest.standardizer().apply(raw, offset, standardized, place * FeatureWindow.LENGTH);
  }

  private List<Probabilities> answers(float[] standardized, int count) {
    float[] logits = new float[count * Direction.COUNT];
    network.logits(standardized, 0, count, logits, network.newScratch(count));
    List<Probabilities> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      answers.add(manifest.calibration().apply(logits, i * Direction.COUNT));
    }
    return answers;
  }

  /**
   * How far each indicator moved each probability of {@code window}'s answer; empty where the
   * version came without background windows. Some thousand times dearer than the answer.
   *
   * @param seed the orders of the indicators follow from it: the same seed, the same bits
   */
  public Optional<Attribution> explain(FeatureWindow window, long seed) {
    if (background == null) {
      return Optional.empty();
    }
    ShapleyAttribution shapley = ShapleyAttribution.overIndicators(background, seed);
    float[] standardized = new float[FeatureWindow.LENGTH];
    manifest.standardizer().apply(window.values(), 0, standardized, 0);
    return Optional.of(
        shapley.explain(
            standardized,
            0,
            shapley.newWorkspace(new ServedModel(network, manifest.calibration()))));
  }

  /** Windows that answers are explained against; 0 where they cannot be. */
  public int backgroundWindows() {
    return background == null ? 0 : background.length / FeatureWindow.LENGTH;
  }

  /**
   * Largest difference between what this network answers to {@code golden} and what the training
   * library answered, before calibration; NaN if an answer is not a number.
   */
  double errorOn(GoldenVector golden) {
    Workspace workspace = borrow();
    network.logits(golden.input(), 0, 1, workspace.logits, workspace.scratch);
    float[] answer = TemperatureScaling.NONE.applyAll(workspace.logits);
    idle.offer(workspace);
    double worst = 0;
    for (int k = 0; k < Direction.COUNT; k++) {
      worst = Math.max(worst, Math.abs((double) answer[k] - golden.output()[k]));
    }
    return worst;
  }

  private Workspace borrow() {
    Workspace workspace = idle.poll();
    return workspace != null
        ? workspace
        : new Workspace(
            new float[FeatureWindow.LENGTH], new float[Direction.COUNT], network.newScratch(1));
  }

  public ModelManifest manifest() {
    return manifest;
  }

  public ModelVersion version() {
    return manifest.version();
  }

  public ModelLine line() {
    return manifest.line();
  }

  public Timeframe timeframe() {
    return manifest.timeframe();
  }

  public Instant loadedAt() {
    return loadedAt;
  }

  @Override
  public String toString() {
    return version() + " of line " + line();
  }
}
