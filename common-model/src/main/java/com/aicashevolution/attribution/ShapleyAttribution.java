package com.aicashevolution.attribution;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;

/**
 * Shapley values (Shapley 1953) of the columns of a window: a player is one indicator over all rows
 * of the window, and a player that is out shows the values of a background window instead
 * (interventional; Štrumbelj, Kononenko 2014; Lundberg, Lee 2017).
 *
 * <p>Estimated by walking from a background window to the explained one in a random order of the
 * players, and back in the reverse order, which halves the walks needed for a variance (antithetic
 * pairs: Mitchell, Cooper, Frank, Holmes 2022). Every background window is walked from equally
 * often, so that the values of an answer sum to {@code f(x) − mean f(background)} up to rounding in
 * double, and not only on average.
 *
 * <p>All answers of the model are explained at once, for they come out of the same evaluations: an
 * explanation of a prediction takes the column of its class, global importance takes all. With the
 * defaults, one explanation is {@code 64 · 2 · 16 + 65 = 2,113} windows in batches of {@value
 * #BATCH}.
 *
 * <p>A pure function of seed, window, background and model. Immutable and thread-safe; model and
 * workspace belong to one thread.
 */
public final class ShapleyAttribution {

  /** Background windows that serve a stable explanation at a bearable price. */
  public static final int DEFAULT_BACKGROUND = 64;

  /** Windows evaluated at once. */
  static final int BATCH = 256;

  private final int rows;
  private final int players;
  private final float[] background;
  private final int backgroundWindows;
  private final int pairs;
  private final long seed;

  /**
   * Explains windows of {@code rows} rows.
   *
   * @param rows of a window, &ge; 1
   * @param players columns of a window, &ge; 1
   * @param background row-major {@code [n, rows, players]}, n &ge; 1, from the training fold and as
   *     the model reads it; copied
   * @param pairs antithetic pairs of walks per background window, &ge; 1
   */
  public ShapleyAttribution(int rows, int players, float[] background, int pairs, long seed) {
    requireAtLeastOne("rows", rows);
    requireAtLeastOne("players", players);
    requireAtLeastOne("pairs", pairs);
    int length = rows * players;
    if (background.length == 0 || background.length % length != 0) {
      throw new IllegalArgumentException(
          "background must hold whole windows of "
              + rows
              + " x "
              + players
              + ", at least one, had "
              + background.length
              + " values");
    }
    requireFinite("background", background, 0, background.length);
    this.rows = rows;
    this.players = players;
    this.background = background.clone();
    this.backgroundWindows = background.length / length;
    this.pairs = pairs;
    this.seed = seed;
  }

  /**
   * Explains standardized feature windows, one pair of walks per background window.
   *
   * @param background row-major {@code [n, 20, 17]}, standardized, from the training fold
   */
  public static ShapleyAttribution overIndicators(float[] background, long seed) {
    return new ShapleyAttribution(
        FeatureSchema.WINDOW_BARS, IndicatorName.COUNT, background, 1, seed);
  }

  /** Arrays for explaining answers of {@code model}; one per thread. */
  public Workspace newWorkspace(AttributedModel model) {
    return new Workspace(this, model);
  }

  /**
   * Explains the window that starts at {@code offset}.
   *
   * @param windows values as the model reads them
   * @param workspace of this attribution, used by no other thread
   * @throws IllegalArgumentException if the window is too short, holds a number that is not finite,
   *     or the model answers with one
   */
  public Attribution explain(float[] windows, int offset, Workspace workspace) {
    int length = rows * players;
    if (offset < 0 || windows.length - offset < length) {
      throw new IllegalArgumentException(
          "windows must hold "
              + length
              + " values from offset "
              + offset
              + ", has "
              + windows.length);
    }
    requireFinite("window", windows, offset, length);
    if (workspace.owner() != this) {
      throw new IllegalArgumentException("this workspace belongs to another attribution");
    }
    workspace.begin(windows, offset);
    Permutations permutations = new Permutations(seed, windows, offset, length);
    int[] order = new int[players];
    for (int player = 0; player < players; player++) {
      order[player] = player;
    }
    for (int b = 0; b < backgroundWindows; b++) {
      for (int pair = 0; pair < pairs; pair++) {
        permutations.shuffle(order);
        workspace.walk(b, order);
        reverse(order);
        workspace.walk(b, order);
      }
    }
    return workspace.finish(2.0 * pairs * backgroundWindows);
  }

  int rows() {
    return rows;
  }

  int players() {
    return players;
  }

  int backgroundWindows() {
    return backgroundWindows;
  }

  float[] background() {
    return background;
  }

  private static void reverse(int[] order) {
    for (int i = 0, j = order.length - 1; i < j; i++, j--) {
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + value);
    }
  }

  private static void requireFinite(String name, float[] values, int offset, int length) {
    for (int i = 0; i < length; i++) {
      if (!Float.isFinite(values[offset + i])) {
        throw new IllegalArgumentException(
            name + " value " + i + " must be finite, was " + values[offset + i]);
      }
    }
  }
}
