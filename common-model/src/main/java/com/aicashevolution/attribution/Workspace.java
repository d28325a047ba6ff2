package com.aicashevolution.attribution;

import java.util.Arrays;

/**
 * Where one thread's explanations are computed: walks are queued until a batch is full, so that the
 * model is asked as seldom as can be. Holds nothing of an explanation once it is finished.
 */
public final class Workspace {

  private final ShapleyAttribution owner;
  private final AttributedModel model;
  private final int rows;
  private final int players;
  private final int length;
  private final int outputs;

  private final float[] explained;
  private final double[] answer;
  private final double[] base;
  private final double[] backgroundAnswers;
  private final double[] values;

  /** Walks of a batch: the windows between both ends, in order. */
  private final int walksPerBatch;

  private final int steps;
  private final float[] queue;
  private final double[] queueAnswers;
  private final int[] walkBackground;
  private final int[] walkOrder;
  private int walks;

  Workspace(ShapleyAttribution owner, AttributedModel model) {
    if (model.outputs() < 1) {
      throw new IllegalArgumentException("outputs must be >= 1, were " + model.outputs());
    }
    this.owner = owner;
    this.model = model;
    this.rows = owner.rows();
    this.players = owner.players();
    this.length = rows * players;
    this.outputs = model.outputs();
    this.steps = players - 1;
    this.walksPerBatch = Math.max(1, ShapleyAttribution.BATCH / Math.max(1, steps));
    this.explained = new float[length];
    this.answer = new double[outputs];
    this.base = new double[outputs];
    this.backgroundAnswers = new double[owner.backgroundWindows() * outputs];
    this.values = new double[players * outputs];
    this.queue = new float[walksPerBatch * steps * length];
    this.queueAnswers = new double[walksPerBatch * steps * outputs];
    this.walkBackground = new int[walksPerBatch];
    this.walkOrder = new int[walksPerBatch * players];
  }

  ShapleyAttribution owner() {
    return owner;
  }

  void begin(float[] windows, int offset) {
    System.arraycopy(windows, offset, explained, 0, length);
    Arrays.fill(values, 0);
    walks = 0;
    evaluate("the window", explained, 1, answer);
    int n = owner.backgroundWindows();
    evaluate("the background", owner.background(), n, backgroundAnswers);
    Arrays.fill(base, 0);
    for (int i = 0; i < n * outputs; i++) {
      base[i % outputs] += backgroundAnswers[i];
    }
    for (int k = 0; k < outputs; k++) {
      base[k] /= n;
    }
  }

  /** Queues the walk from background window {@code b} in the order given. */
  void walk(int b, int[] order) {
    System.arraycopy(order, 0, walkOrder, walks * players, players);
    walkBackground[walks] = b;
    float[] previous = owner.background();
    int previousAt = b * length;
    for (int step = 0; step < steps; step++) {
      int at = (walks * steps + step) * length;
      System.arraycopy(previous, previousAt, queue, at, length);
      for (int i = order[step]; i < length; i += players) {
        queue[at + i] = explained[i];
      }
      previous = queue;
      previousAt = at;
    }
    if (++walks == walksPerBatch) {
      settle();
    }
  }

  private void settle() {
    int count = walks * steps;
    if (count > 0) {
      evaluate("a mixed window", queue, count, queueAnswers);
    }
    for (int walk = 0; walk < walks; walk++) {
      for (int k = 0; k < outputs; k++) {
        double before = backgroundAnswers[walkBackground[walk] * outputs + k];
        for (int step = 0; step < players; step++) {
          double after =
              step == steps ? answer[k] : queueAnswers[(walk * steps + step) * outputs + k];
          values[walkOrder[walk * players + step] * outputs + k] += after - before;
          before = after;
        }
      }
    }
    walks = 0;
  }

  Attribution finish(double allWalks) {
    settle();
    double[] mean = new double[values.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = values[i] / allWalks;
    }
    return new Attribution(base.clone(), answer.clone(), mean);
  }

  private void evaluate(String what, float[] windows, int count, double[] answers) {
    model.evaluate(windows, count, answers);
    for (int i = 0; i < count * outputs; i++) {
      if (!Double.isFinite(answers[i])) {
        throw new IllegalArgumentException(
            "the model's answer "
                + i % outputs
                + " to "
                + what
                + " must be finite, was "
                + answers[i]);
      }
    }
  }
}
