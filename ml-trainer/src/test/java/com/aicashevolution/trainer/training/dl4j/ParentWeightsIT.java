package com.aicashevolution.trainer.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** With the native library; {@code IT} because it loads one, not because it needs a server. */
class ParentWeightsIT {

  private static final int WINDOWS = 16;
  private static final Standardizer PARENTS = standardizer(f -> 0.3 - 0.05 * f, f -> 1 + 0.1 * f);
  private static final Standardizer OURS = standardizer(f -> 0.1 * f, f -> 2.5 - 0.05 * f);

  private final List<MultiLayerNetwork> networks = new ArrayList<>();

  @AfterEach
  void close() {
    networks.forEach(MultiLayerNetwork::close);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answersAsTheParentDoesWhateverTheScaleOfItsOwnWindows(boolean batchNorm) {
    MultiLayerNetwork parent = network(List.of(12, 8), batchNorm, 3);
    MultiLayerNetwork child = network(List.of(12, 8), batchNorm, 4);
    float[] expected = answers(parent, PARENTS);
    assertThat(answers(child, OURS)).isNotEqualTo(expected);

    ParentWeights.copyInto(child, new Start.Parent(ModelZip.write(parent), PARENTS), OURS);

    assertThat(answers(child, OURS)).containsExactly(expected, within(1e-6f));
    assertThat(answers(child, PARENTS)).isNotEqualTo(expected);
  }

  @Test
  void takesTheVeryWeightsWhereTheScaleIsTheSame() {
    MultiLayerNetwork parent = network(List.of(8), true, 3);
    MultiLayerNetwork child = network(List.of(8), true, 4);
    ParentWeights.copyInto(child, new Start.Parent(ModelZip.write(parent), OURS), OURS);

    assertThat(WeightExport.of(child))
        .usingRecursiveComparison()
        .isEqualTo(WeightExport.of(parent));
  }

  @Test
  void refusesAParentOfOtherSizes() {
    MultiLayerNetwork parent = network(List.of(12, 8), false, 3);
    MultiLayerNetwork child = network(List.of(8, 8), false, 4);
    Start.Parent start = new Start.Parent(ModelZip.write(parent), OURS);
    assertThatThrownBy(() -> ParentWeights.copyInto(child, start, OURS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a network of %d weights cannot begin from one of %d"
                .formatted(child.numParams(), parent.numParams()));
  }

  /** To the same raw bars, each as its own standardizer has them. */
  private static float[] answers(MultiLayerNetwork network, Standardizer standardizer) {
    SplittableRandom random = new SplittableRandom(1);
    float[] windows = new float[WINDOWS * FeatureWindow.LENGTH];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = (float) random.nextGaussian();
    }
    standardizer.apply(windows, 0, windows, 0, WINDOWS * FeatureSchema.WINDOW_BARS);
    try (INDArray inputs = Minibatches.inputs(windows);
        INDArray output = network.output(inputs)) {
      return RowMajor.of(output);
    }
  }

  private static Standardizer standardizer(
      IntToDoubleFunction mean, IntToDoubleFunction deviation) {
    return new Standardizer(each(mean), each(deviation), Standardizer.DEFAULT_CLIP);
  }

  private static List<Double> each(IntToDoubleFunction of) {
    return IntStream.range(0, FeatureSchema.FEATURES).mapToDouble(of).boxed().toList();
  }

  private MultiLayerNetwork network(List<Integer> lstmUnits, boolean batchNorm, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfiguration.of(
                new Hyperparameters(
                    new Architecture(lstmUnits, 8, 0.1, batchNorm),
                    new Optimisation(5e-3, 0, 64, 2, 2, 0.5, SampleWeighting.UNIQUENESS)),
                new float[] {1, 1, 1},
                10,
                seed));
    network.init();
    networks.add(network);
    return network;
  }
}
