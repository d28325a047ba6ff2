package com.aicashevolution.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.RandomNetworks;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShapleyAttributionTest {

  private static final int ROWS = 3;
  private static final int PLAYERS = 5;

  @Test
  void agreesWithTheDefinitionOnAFunctionThatMixesItsPlayers() {
    AttributedModel model =
        scalar(w -> Math.tanh(w[0] * w[1] + w[7] - w[13] * w[2]) + 0.3 * w[4] * w[9]);
    float[] background = random(1, 8);
    float[] x = random(2, 1);
    double[] exact = ExactShapley.of(model, ROWS, PLAYERS, x, background);
    ShapleyAttribution shapley = new ShapleyAttribution(ROWS, PLAYERS, background, 4_000, 7);
    Attribution sampled = shapley.explain(x, 0, shapley.newWorkspace(model));
    assertThat(sampled.valuesOf(0)).containsExactly(exact, within(5e-3));
    assertThat(sampled.efficiencyGap(0)).isLessThan(1e-9);
  }

  @Test
  void isExactForALinearModelWithTheFewestWalks() {
    double[] weight = {2, -1, 0.5, 0, 3};
    AttributedModel model =
        scalar(
            w -> {
              double sum = 1;
              for (int i = 0; i < w.length; i++) {
                sum += weight[i % PLAYERS] * w[i];
              }
              return sum;
            });
    float[] background = random(3, 6);
    float[] x = random(4, 1);
    double[] expected = new double[PLAYERS];
    for (int i = 0; i < x.length; i++) {
      double mean = 0;
      for (int b = 0; b < 6; b++) {
        mean += background[b * x.length + i] / 6.0;
      }
      expected[i % PLAYERS] += weight[i % PLAYERS] * (x[i] - mean);
    }
    ShapleyAttribution shapley = new ShapleyAttribution(ROWS, PLAYERS, background, 1, 0);
    assertThat(shapley.explain(x, 0, shapley.newWorkspace(model)).valuesOf(0))
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void anIndicatorTheModelDoesNotReadGetsExactlyNothing() {
    ShapleyAttribution shapley = new ShapleyAttribution(ROWS, PLAYERS, random(5, 4), 2, 0);
    AttributedModel model = scalar(w -> w[0] * w[6] + w[2]);
    Attribution attribution = shapley.explain(random(6, 1), 0, shapley.newWorkspace(model));
    assertThat(attribution.value(3, 0)).isZero();
    assertThat(attribution.value(4, 0)).isZero();
    assertThat(attribution.value(0, 0)).isNotZero();
  }

  @Property(tries = 50)
  void valuesSumToWhatTheAnswerMovedForEveryClassOfTheServingKernel(@ForAll long seed) {
    Served served = Served.of(seed);
    Attribution attribution = served.explain(99);
    assertThat(attribution.players()).isEqualTo(IndicatorName.COUNT);
    for (int k = 0; k < 3; k++) {
      assertThat(attribution.efficiencyGap(k)).isLessThanOrEqualTo(1e-6);
    }
    // what one class gains the others lose
    for (int player = 0; player < IndicatorName.COUNT; player++) {
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        sum += attribution.value(player, k);
      }
      assertThat(sum).isEqualTo(0, within(1e-6));
    }
  }

  @Test
  void baseIsTheMeanAnswerOverTheBackgroundAndAnswerTheServedOne() {
    Served served = Served.of(3);
    Attribution attribution = served.explain(1);
    double[] answers = new double[Served.BACKGROUND * 3];
    served.model.evaluate(served.background, Served.BACKGROUND, answers);
    double mean = 0;
    for (int b = 0; b < Served.BACKGROUND; b++) {
      mean += answers[3 * b + 2] / Served.BACKGROUND;
    }
    assertThat(attribution.base()[2]).isEqualTo(mean, within(1e-12));
    double[] answer = new double[3];
    served.model.evaluate(served.window, 1, answer);
    assertThat(attribution.answer()).containsExactly(answer);
  }

  @Test
  void sameSeedSameBitsAlsoInAUsedWorkspaceAndAnotherSeedOtherBits() {
    Served served = Served.of(8);
    Attribution first = served.explain(5);
    ShapleyAttribution again = ShapleyAttribution.overIndicators(served.background, 5);
    Workspace workspace = again.newWorkspace(served.model);
    again.explain(served.background, 0, workspace);
    assertThat(again.explain(served.window, 0, workspace).values()).isEqualTo(first.values());
    assertThat(served.explain(6).values()).isNotEqualTo(first.values());
  }

  @Test
  void findsTheWindowAtItsOffset() {
    Served served = Served.of(9);
    ShapleyAttribution shapley = ShapleyAttribution.overIndicators(served.background, 5);
    float[] two = new float[2 * FeatureWindow.LENGTH];
    System.arraycopy(served.window, 0, two, FeatureWindow.LENGTH, FeatureWindow.LENGTH);
    Workspace workspace = shapley.newWorkspace(served.model);
    assertThat(shapley.explain(two, FeatureWindow.LENGTH, workspace).values())
        .isEqualTo(shapley.explain(served.window, 0, workspace).values());
  }

  @Test
  void explainsASinglePlayerByTheWholeDifference() {
    ShapleyAttribution shapley = new ShapleyAttribution(1, 1, new float[] {1, 3}, 1, 0);
    AttributedModel square = scalar(1, w -> w[0] * w[0]);
    Attribution attribution = shapley.explain(new float[] {4}, 0, shapley.newWorkspace(square));
    assertThat(attribution.value(0, 0)).isEqualTo(16 - 5.0);
  }

  @Test
  void globalImportanceIsTheShareOfTheMovement() {
    Attribution one = new Attribution(new double[1], new double[] {3}, new double[] {1, 2});
    Attribution two = new Attribution(new double[1], new double[] {-1}, new double[] {-1, 0});
    assertThat(GlobalImportance.of(List.of(one, two))).containsExactly(0.5, 0.5);
    Attribution none = new Attribution(new double[1], new double[1], new double[4]);
    assertThat(GlobalImportance.of(List.of(none))).containsOnly(0.25);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GlobalImportance.of(List.of(one, none)))
        .withMessage("attribution 1 must have 2 players, had 4");
    assertThatIllegalArgumentException().isThrownBy(() -> GlobalImportance.of(List.of()));
  }

  @Test
  void refusesWhatItCannotExplain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShapleyAttribution(ROWS, PLAYERS, new float[16], 1, 0))
        .withMessage("background must hold whole windows of 3 x 5, at least one, had 16 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShapleyAttribution(1, 1, new float[] {Float.NaN}, 1, 0))
        .withMessage("background value 0 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShapleyAttribution(1, 1, new float[1], 0, 0))
        .withMessage("pairs must be >= 1, was 0");
    ShapleyAttribution shapley = new ShapleyAttribution(1, 2, new float[2], 1, 0);
    Workspace workspace = shapley.newWorkspace(scalar(2, w -> w[0] > 0 ? Double.NaN : 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shapley.explain(new float[] {0, Float.NaN}, 0, workspace))
        .withMessage("window value 1 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shapley.explain(new float[1], 0, workspace))
        .withMessage("windows must hold 2 values from offset 0, has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shapley.explain(new float[] {1, 0}, 0, workspace))
        .withMessage("the model's answer 0 to the window must be finite, was NaN");
    ShapleyAttribution other = new ShapleyAttribution(1, 2, new float[2], 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.explain(new float[2], 0, workspace))
        .withMessage("this workspace belongs to another attribution");
  }

  private static AttributedModel scalar(ToDoubleFunction<float[]> function) {
    return scalar(ROWS * PLAYERS, function);
  }

  private static AttributedModel scalar(int length, ToDoubleFunction<float[]> function) {
    return new AttributedModel() {
      @Override
      public int outputs() {
        return 1;
      }

      @Override
      public void evaluate(float[] windows, int count, double[] answers) {
        for (int n = 0; n < count; n++) {
          float[] window = new float[length];
          System.arraycopy(windows, n * length, window, 0, length);
          answers[n] = function.applyAsDouble(window);
        }
      }
    };
  }

  private static float[] random(long seed, int windows) {
    Random random = new Random(seed);
    float[] values = new float[windows * ROWS * PLAYERS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A small network in the serving kernel. */
  private record Served(ServedModel model, float[] background, float[] window) {

    static final int BACKGROUND = 12;

    static Served of(long seed) {
      RandomNetworks networks = new RandomNetworks(seed);
      LstmForward network =
          LstmForward.of(networks.network(IndicatorName.COUNT, List.of(8, 4), false, 4));
      return new Served(
          new ServedModel(network, new TemperatureScaling(1.3)),
          networks.windows(BACKGROUND * FeatureWindow.LENGTH),
          networks.windows(FeatureWindow.LENGTH));
    }

    Attribution explain(long seed) {
      ShapleyAttribution shapley = ShapleyAttribution.overIndicators(background, seed);
      return shapley.explain(window, 0, shapley.newWorkspace(model));
    }
  }
}
