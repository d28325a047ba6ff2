package com.aicashevolution.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward and backward pass of one LSTM layer over a minibatch, for fitting: the serving kernel's
 * arithmetic, to the bit, and the gradients of it by back-propagation through all steps.
 *
 * <p>Not thread-safe; keeps the activations of the last {@link #forward} until {@link #backward}
 * has used them.
 *
 * <p>Order of operations. Forward: {@link ForwardEngine}'s. Backward: {@link LaneTraining} says it
 * for each product; a weight's gradient is summed in {@value #STRIPES} stripes of samples, which
 * are then added as a fixed tree. Samples never share a sum but there, so the width of a vector
 * cannot matter; nor does anything else of the machine.
 *
 * <pre>
 * minibatch ──► chunks of 64 samples, filled up with samples whose gradients are zero
 * chunk     rows  [steps + 1, inputs x | units h of the step before | 1, sample]
 *           gates [steps, unit, vector, gate, lane], cells [steps + 1, unit, sample]
 * </pre>
 *
 * <p>Arrays of the caller are column-major as DL4J keeps them: {@code x[sample, input, step]} at
 * {@code sample + samples · (input + inputs · step)}, weights {@code w[row, column]} at {@code row
 * + rows · column}, columns in the order of {@link LstmParameters.Lstm}.
 */
public final class LstmTraining {

  /** Samples of a chunk. */
  static final int SAMPLES = 64;

  /** Partial sums of a weight's gradient, whatever the width of a vector. */
  static final int STRIPES = 16;

  private static final int GATES = LstmParameters.GATES;

  /** Units whose gates are computed together: their sums stay in the first-level cache. */
  private static final int GROUP = 8;

  private final LaneTraining lanes;
  private final int inputs;
  private final int units;
  private final int steps;

  /** Rows of one step: inputs, hidden values, and a row of ones, whose weight is the bias. */
  private final int rows;

  /** {@code [unit, row, gate]}. */
  private final float[] weights;

  private final List<Chunk> chunks = new ArrayList<>();
  private final float[] sums = new float[GROUP * GATES * SAMPLES];
  private final float[] exponentials = new float[GROUP * GATES * SAMPLES];
  private final float[] above;
  private final float[] below;
  private final float[] cellGradients;
  private final float[] stripes;

  /** Samples whose activations are kept, or 0. */
  private int kept;

  /** For a layer of {@code units} over {@code inputs} features in windows of {@code steps}. */
  public LstmTraining(int inputs, int units, int steps) {
    this(KernelCapability.newTraining(), inputs, units, steps);
  }

  /** With particular lanes, so that they can be compared. */
  LstmTraining(LaneTraining lanes, int inputs, int units, int steps) {
    if (inputs < 1 || units < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "inputs, units and steps must be >= 1, were " + inputs + ", " + units + ", " + steps);
    }
    this.lanes = lanes;
    this.inputs = inputs;
    this.units = units;
    this.steps = steps;
    this.rows = inputs + units + 1;
    this.weights = new float[units * rows * GATES];
    this.above = new float[units * SAMPLES];
    this.below = new float[(inputs + units) * SAMPLES];
    this.cellGradients = new float[units * SAMPLES];
    this.stripes = new float[units * rows * GATES * STRIPES];
  }

  /** Steps of a window. */
  public int steps() {
    return steps;
  }

  /** Samples whose activations wait for {@link #backward}; 0 if none do. */
  public int keptSamples() {
    return kept;
  }

  /**
   * Takes over the weights that the next {@link #forward} computes with.
   *
   * @param inputWeights {@code [inputs, 4 · units]}, column-major
   * @param recurrentWeights {@code [units, 4 · units]}, column-major
   * @param bias {@code [4 · units]}
   */
  public void setWeights(float[] inputWeights, float[] recurrentWeights, float[] bias) {
    requireLength("inputWeights", inputWeights, inputs * GATES * units);
    requireLength("recurrentWeights", recurrentWeights, units * GATES * units);
    requireLength("bias", bias, GATES * units);
    kept = 0;
    for (int gate = 0; gate < GATES; gate++) {
      for (int unit = 0; unit < units; unit++) {
        int column = gate * units + unit;
        int at = unit * rows * GATES + gate;
        for (int i = 0; i < inputs; i++, at += GATES) {
          weights[at] = inputWeights[column * inputs + i];
        }
        for (int j = 0; j < units; j++, at += GATES) {
          weights[at] = recurrentWeights[column * units + j];
        }
        weights[at] = bias[column];
      }
    }
  }

  /**
   * Computes the hidden values of all steps from cells and hidden values of zero, and keeps the
   * activations.
   *
   * @param x {@code [samples, inputs, steps]}, column-major
   * @param h receives {@code [samples, units, steps]}, column-major
   */
  public void forward(float[] x, int samples, float[] h) {
    forward(x, samples, h, (samples + SAMPLES - 1) / SAMPLES);
    kept = samples;
  }

  /** The same without keeping the activations: a large minibatch takes no more room than one. */
  public void forwardOnly(float[] x, int samples, float[] h) {
    kept = 0;
    forward(x, samples, h, 1);
  }

  private void forward(float[] x, int samples, float[] h, int rooms) {
    requireLength("x", x, samples * inputs * steps);
    requireLength("h", h, samples * units * steps);
    while (chunks.size() < rooms) {
      chunks.add(new Chunk());
    }
    for (int n = 0; n * SAMPLES < samples; n++) {
      chunks.get(n % rooms).forward(x, samples, n * SAMPLES, h);
    }
  }

  /**
   * Computes the gradients of a loss, given its gradient with respect to the hidden values; uses
   * the activations up.
   *
   * @param epsilon {@code [samples, units, steps]}, column-major
   * @param inputGradient receives the gradient of the input weights, and so on, column-major
   * @param epsilonBelow receives {@code [samples, inputs, steps]}, column-major
   * @throws IllegalStateException without a forward pass before it
   */
  public void backward(
      float[] epsilon,
      float[] inputGradient,
      float[] recurrentGradient,
      float[] biasGradient,
      float[] epsilonBelow) {
    if (kept == 0) {
      throw new IllegalStateException("backward needs a forward pass with the present weights");
    }
    requireLength("epsilon", epsilon, kept * units * steps);
    requireLength("inputGradient", inputGradient, inputs * GATES * units);
    requireLength("recurrentGradient", recurrentGradient, units * GATES * units);
    requireLength("biasGradient", biasGradient, GATES * units);
    requireLength("epsilonBelow", epsilonBelow, kept * inputs * steps);
    Arrays.fill(stripes, 0);
    for (int n = 0; n * SAMPLES < kept; n++) {
      chunks.get(n).backward(epsilon, kept, n * SAMPLES, epsilonBelow);
    }
    kept = 0;
    addStripes(inputGradient, recurrentGradient, biasGradient);
  }

  /** Adds up each weight's stripes and puts the sums where the caller wants them. */
  private void addStripes(float[] inputGradient, float[] recurrentGradient, float[] biasGradient) {
    for (int unit = 0; unit < units; unit++) {
      int at = unit * rows * GATES * STRIPES;
      for (int row = 0; row < rows; row++) {
        for (int gate = 0; gate < GATES; gate++, at += STRIPES) {
          int column = gate * units + unit;
          float sum = tree(stripes, at);
          if (row < inputs) {
            inputGradient[column * inputs + row] = sum;
          } else if (row < inputs + units) {
            recurrentGradient[column * units + row - inputs] = sum;
          } else {
            biasGradient[column] = sum;
          }
        }
      }
    }
  }

  /** Sixteen stripes as a tree: halves onto halves. */
  private static float tree(float[] s, int at) {
    float s0 = (s[at] + s[at + 8]) + (s[at + 4] + s[at + 12]);
    float s1 = (s[at + 1] + s[at + 9]) + (s[at + 5] + s[at + 13]);
    float s2 = (s[at + 2] + s[at + 10]) + (s[at + 6] + s[at + 14]);
    float s3 = (s[at + 3] + s[at + 11]) + (s[at + 7] + s[at + 15]);
    return (s0 + s2) + (s1 + s3);
  }

  private static void requireLength(String name, float[] array, int length) {
    if (array.length != length) {
      throw new IllegalArgumentException(
          name + " must have " + length + " values, has " + array.length);
    }
  }

  /** What is kept of {@value #SAMPLES} samples. */
  private final class Chunk {

    private final int rowStep = rows * SAMPLES;
    private final int gateStep = units * GATES * SAMPLES;
    private final int cellStep = units * SAMPLES;

    private final float[] x = new float[(steps + 1) * rowStep];
    private final float[] gates = new float[steps * gateStep];
    private final float[] cells = new float[(steps + 1) * cellStep];

    /** Tanh of the cells, placed as they are. */
    private final float[] tanhCells = new float[(steps + 1) * cellStep];

    Chunk() {
      for (int t = 0; t < steps; t++) {
        int ones = t * rowStep + (rows - 1) * SAMPLES;
        Arrays.fill(x, ones, ones + SAMPLES, 1);
      }
    }

    private void forward(float[] source, int samples, int first, float[] h) {
      for (int t = 0; t < steps; t++) {
        int at = t * rowStep;
        copyIn(source, samples, first, inputs, t, x, at);
        System.arraycopy(cells, t * cellStep, cells, (t + 1) * cellStep, cellStep);
        // the first step has no hidden values: their rows are zero and their terms are left out
        int terms = t == 0 ? inputs : inputs + units;
        for (int group = 0; group < units; group += GROUP) {
          forward(t, group, Math.min(GROUP, units - group), terms);
        }
        copyOut(x, at + rowStep + inputs * SAMPLES, samples, first, units, t, h);
      }
    }

    private void forward(int t, int group, int size, int terms) {
      for (int u = 0; u < size; u++) {
        int first = (group + u) * rows * GATES;
        int bias = first + (rows - 1) * GATES;
        lanes.sums(weights, first, terms, bias, x, t * rowStep, sums, u * GATES * SAMPLES);
      }
      lanes.step(
          size,
          sums,
          exponentials,
          cells,
          (t + 1) * cellStep + group * SAMPLES,
          x,
          (t + 1) * rowStep + (inputs + group) * SAMPLES,
          gates,
          t * gateStep + group * GATES * SAMPLES,
          tanhCells);
    }

    private void backward(float[] epsilon, int samples, int first, float[] epsilonBelow) {
      Arrays.fill(cellGradients, 0);
      Arrays.fill(below, 0);
      for (int t = steps - 1; t >= 0; t--) {
        copyIn(epsilon, samples, first, units, t, above, 0);
        lanes.deltas(
            units,
            gates,
            t * gateStep,
            tanhCells,
            (t + 1) * cellStep,
            cells,
            t * cellStep,
            above,
            below,
            inputs * SAMPLES,
            cellGradients);
        int needed = t == 0 ? inputs : inputs + units;
        lanes.below(weights, 0, rows * GATES, units, gates, t * gateStep, needed, below, 0);
        copyOut(below, 0, samples, first, inputs, t, epsilonBelow);
      }
      for (int unit = 0; unit < units; unit++) {
        lanes.gradients(
            rows,
            steps,
            x,
            0,
            rowStep,
            gates,
            unit * GATES * SAMPLES,
            gateStep,
            stripes,
            unit * rows * GATES * STRIPES);
      }
    }

    /** One step's rows of this chunk; samples that do not exist are zero. */
    private static void copyIn(
        float[] source, int samples, int first, int count, int t, float[] target, int at) {
      int length = Math.min(SAMPLES, samples - first);
      for (int row = 0; row < count; row++) {
        int to = at + row * SAMPLES;
        System.arraycopy(source, first + samples * (row + count * t), target, to, length);
        Arrays.fill(target, to + length, to + SAMPLES, 0);
      }
    }

    private static void copyOut(
        float[] source, int at, int samples, int first, int count, int t, float[] target) {
      int length = Math.min(SAMPLES, samples - first);
      for (int row = 0; row < count; row++) {
        int to = first + samples * (row + count * t);
        System.arraycopy(source, at + row * SAMPLES, target, to, length);
      }
    }
  }
}
