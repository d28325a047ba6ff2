package com.aicashevolution.trainer.training.dl4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.lstm.LstmTraining;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The kernel in DL4J's layers against DL4J's own arithmetic; {@code IT} because it loads the native
 * library.
 */
class KernelLstmIT {

  private static final int FEATURES = FeatureSchema.FEATURES;
  private static final int STEPS = FeatureSchema.WINDOW_BARS;

  @ParameterizedTest(name = "{0} samples, dropout {1}, batch normalisation {2}")
  @CsvSource({"1, 0, false", "7, 0, false", "64, 0.3, false", "100, 0, true", "256, 0.2, true"})
  void givesTheGradientsOfTheLibrarysOwnLayers(int samples, double dropout, boolean batchNorm) {
    Batch batch = new Batch(samples, 5);
    MultiLayerNetwork stock = network(dropout, batchNorm);
    MultiLayerNetwork kernel = withKernel(network(dropout, batchNorm));
    computeGradients(stock, batch);
    computeGradients(kernel, batch);

    assertThat(kernel.score()).isCloseTo(stock.score(), within(1e-6 * stock.score()));
    Map<String, INDArray> expected = stock.gradient().gradientForVariable();
    Map<String, INDArray> actual = kernel.gradient().gradientForVariable();
    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    actual.forEach(
        (name, gradient) -> assertClose(name, gradient, requireNonNull(expected.get(name)), 1e-4));
  }

  /** The gradient that goes below the first layer, which {@code fit} computes and drops. */
  @Test
  void givesTheGradientOfTheInputs() {
    Batch batch = new Batch(33, 6);
    MultiLayerNetwork stock = network(0, false);
    MultiLayerNetwork kernel = withKernel(network(0, false));
    assertClose("inputs", inputGradient(kernel, batch), inputGradient(stock, batch), 1e-4);
  }

  private static INDArray inputGradient(MultiLayerNetwork network, Batch batch) {
    return network
        .calculateGradients(batch.inputs(), batch.labels(), null, null)
        .getSecond()
        .dup('f');
  }

  @Test
  void staysBesideTheLibraryThroughManySteps() {
    MultiLayerNetwork stock = network(0, false);
    MultiLayerNetwork kernel = withKernel(network(0, false));
    for (int step = 0; step < 20; step++) {
      Batch batch = new Batch(64, step);
      stock.fit(batch.inputs(), batch.labels());
      kernel.fit(batch.inputs(), batch.labels());
    }
    assertClose("parameters", kernel.params(), stock.params(), 1e-3);
  }

  @Test
  void writesAFileThatTheLibraryOpensAndScoresTheSame() {
    MultiLayerNetwork kernel = withKernel(network(0.2, true));
    for (int step = 0; step < 5; step++) {
      Batch batch = new Batch(64, step);
      kernel.fit(batch.inputs(), batch.labels());
    }
    MultiLayerNetwork reopened = ModelZip.read(ModelZip.write(kernel));
    assertThat(reopened.getLayer(0).getHelper()).isNull();
    INDArray inputs = new Batch(50, 99).inputs();
    float[] expected = RowMajor.of(reopened.output(inputs));
    float[] actual = RowMajor.of(kernel.output(inputs));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void leavesTheConfigurationAsItWas() {
    MultiLayerNetwork stock = network(0.2, true);
    MultiLayerNetwork kernel = withKernel(network(0.2, true));
    Batch batch = new Batch(64, 1);
    stock.fit(batch.inputs(), batch.labels());
    kernel.fit(batch.inputs(), batch.labels());
    assertThat(kernel.getLayerWiseConfigurations().toJson())
        .isEqualTo(stock.getLayerWiseConfigurations().toJson());
  }

  @Test
  void isWhatComputesTheLayersHiddenValues() {
    MultiLayerNetwork network = withKernel(network(0, false));
    Batch batch = new Batch(70, 2);
    float[] hidden = new float[70 * 24 * STEPS];
    LstmTraining kernel = new LstmTraining(FEATURES, 24, STEPS);
    kernel.setWeights(
        columnMajor(network.getLayer(0).getParam("W")),
        columnMajor(network.getLayer(0).getParam("RW")),
        columnMajor(network.getLayer(0).getParam("b")));
    kernel.forward(columnMajor(batch.inputs()), 70, hidden);

    assertThat(columnMajor(network.feedForward(batch.inputs()).get(1))).isEqualTo(hidden);
  }

  /**
   * DL4J's last step obeys a mask of the features; its layers that go forward in time need none.
   */
  @Test
  void agreesWithTheLibraryWhereWindowsEndEarly() {
    Batch batch = new Batch(9, 3);
    INDArray mask = Nd4j.ones(9, STEPS);
    mask.putScalar(0, STEPS - 1, 0);
    mask.putScalar(4, STEPS - 1, 0);
    mask.putScalar(4, STEPS - 2, 0);
    MultiLayerNetwork stock = network(0, false);
    MultiLayerNetwork kernel = withKernel(network(0, false));
    INDArray masked = stock.output(batch.inputs(), false, mask, null);

    assertThat(RowMajor.of(masked)).isNotEqualTo(RowMajor.of(stock.output(batch.inputs())));
    assertClose("output", kernel.output(batch.inputs(), false, mask, null), masked, 1e-6);
  }

  @Test
  void leavesALayerWithAMaskOfItsOwnToTheLibrary() {
    INDArray inputs = new Batch(9, 3).inputs();
    INDArray mask = Nd4j.ones(9, STEPS);
    mask.putScalar(4, 3, 0);
    float[] expected = maskedHidden(network(0, false), inputs, mask);

    assertThat(maskedHidden(withKernel(network(0, false)), inputs, mask)).isEqualTo(expected);
    assertThat(expected[4 + 9 * 24 * 3]).isZero();
  }

  private static float[] maskedHidden(MultiLayerNetwork network, INDArray inputs, INDArray mask) {
    network.getLayer(0).setMaskArray(mask);
    return columnMajor(
        network.getLayer(0).activate(inputs, false, LayerWorkspaceMgr.noWorkspaces()));
  }

  /** A sample that weighs twice as much as another is one that occurs twice. */
  @Test
  void weightedLabelsGiveTheGradientOfTheWeightedLoss() {
    Batch batch = new Batch(4, 21);
    float[] twice = columnMajor(batch.inputs());
    float[] inputs = new float[6 * FEATURES * STEPS];
    float[] labels = new float[6 * 3];
    float[] oneHot = columnMajor(batch.labels());
    int[] rows = {0, 0, 1, 2, 2, 3};
    for (int i = 0; i < rows.length; i++) {
      for (int column = 0; column < FEATURES * STEPS; column++) {
        inputs[i + 6 * column] = twice[rows[i] + 4 * column];
      }
      for (int c = 0; c < 3; c++) {
        labels[i + 6 * c] = oneHot[rows[i] + 4 * c];
      }
    }
    float[] weighted = oneHot.clone();
    // mean 1, as in a fit: 2, 1, 2, 1 over 1.5
    for (int c = 0; c < 3; c++) {
      weighted[4 * c] *= 4f / 3;
      weighted[1 + 4 * c] *= 2f / 3;
      weighted[2 + 4 * c] *= 4f / 3;
      weighted[3 + 4 * c] *= 2f / 3;
    }
    MultiLayerNetwork repeated = withKernel(network(0, false));
    MultiLayerNetwork weighing = withKernel(network(0, false));
    computeGradients(
        repeated,
        new Batch(
            Nd4j.create(inputs, new long[] {6, FEATURES, STEPS}, 'f'),
            Nd4j.create(labels, new long[] {6, 3}, 'f')));
    computeGradients(
        weighing, new Batch(batch.inputs(), Nd4j.create(weighted, new long[] {4, 3}, 'f')));

    assertThat(weighing.score()).isCloseTo(repeated.score(), within(1e-6));
    // sums over the minibatch until the updater divides them by its size
    assertClose(
        "gradient",
        weighing.gradient().gradient().div(4),
        repeated.gradient().gradient().div(6),
        1e-5);
  }

  @Test
  void refusesNetworksTruncatedInTime() {
    MultiLayerConfiguration configuration = configuration(0, false);
    configuration.setBackpropType(BackpropType.TruncatedBPTT);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    assertThatThrownBy(() -> LstmKernels.install(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all steps");
  }

  private static void computeGradients(MultiLayerNetwork network, Batch batch) {
    // dropout draws from the thread's generator
    Nd4j.getRandom().setSeed(17);
    network.setInput(batch.inputs());
    network.setLabels(batch.labels());
    network.computeGradientAndScore();
  }

  private static void assertClose(
      String name, INDArray actual, INDArray expected, double relative) {
    float[] values = columnMajor(actual);
    float[] references = columnMajor(expected);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < values.length; i++) {
      difference += Math.pow(values[i] - references[i], 2);
      norm += Math.pow(references[i], 2);
    }
    assertThat(norm).as(name).isPositive();
    assertThat(Math.sqrt(difference / norm)).as(name).isLessThan(relative);
  }

  private static MultiLayerNetwork withKernel(MultiLayerNetwork network) {
    LstmKernels.install(network);
    assertThat(network.getLayer(0).getHelper()).isInstanceOf(KernelLstm.class);
    return network;
  }

  private static MultiLayerNetwork network(double dropout, boolean batchNorm) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(dropout, batchNorm));
    network.init();
    return network;
  }

  private static MultiLayerConfiguration configuration(double dropout, boolean batchNorm) {
    Hyperparameters hyperparameters =
        new Hyperparameters(
            new Architecture(List.of(24, 12), 8, dropout, batchNorm),
            new Optimisation(2e-3, 1e-4, 64, 10, 3, 0.5, SampleWeighting.UNIQUENESS));
    return NetworkConfiguration.of(hyperparameters, new float[] {1.5f, 0.5f, 1}, 1000, 12);
  }

  private static float[] columnMajor(INDArray array) {
    float[] values = new float[Math.toIntExact(array.length())];
    ColumnMajor.read(array, values);
    return values;
  }

  /** Noise with random labels, a function of the seed. */
  private record Batch(INDArray inputs, INDArray labels) {

    Batch(int samples, long seed) {
      this(
          inputs(samples, new SplittableRandom(seed)), labels(samples, new SplittableRandom(seed)));
    }

    private static INDArray inputs(int samples, SplittableRandom random) {
      float[] values = new float[samples * FEATURES * STEPS];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return Nd4j.create(values, new long[] {samples, FEATURES, STEPS}, 'f');
    }

    private static INDArray labels(int samples, SplittableRandom random) {
      float[] values = new float[samples * 3];
      for (int i = 0; i < samples; i++) {
        values[i + samples * random.nextInt(3)] = 1;
      }
      return Nd4j.create(values, new long[] {samples, 3}, 'f');
    }
  }
}
