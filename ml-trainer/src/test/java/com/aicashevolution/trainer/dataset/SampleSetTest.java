package com.aicashevolution.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.market.Symbol;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleSetTest {

  private static final SymbolSamples EURUSD = SyntheticSamples.samples(Symbol.of("EURUSD"), 10, 1);
  private static final SymbolSamples GBPUSD = SyntheticSamples.samples(Symbol.of("GBPUSD"), 8, 2);

  @Test
  void ordersByTimeAndThenBySymbol() {
    SampleSet set = SampleSet.all(List.of(EURUSD, GBPUSD));

    assertThat(set.size()).isEqualTo(18);
    for (int i = 0; i < 16; i++) {
      assertThat(set.symbolSamples(i)).isSameAs(i % 2 == 0 ? EURUSD : GBPUSD);
      assertThat(set.bar(i)).isEqualTo(EURUSD.bars()[i / 2]);
    }
    assertThat(set.symbolSamples(17)).isSameAs(EURUSD);
  }

  @Test
  void takesEveryNthBarOfEachSymbolsRange() {
    SampleSet set =
        SampleSet.of(
            List.of(EURUSD, GBPUSD), List.of(new SampleRange(1, 10), new SampleRange(0, 1)), 4);

    assertThat(set.size()).isEqualTo(4);
    assertThat(set.symbolSamples(0)).isSameAs(GBPUSD);
    assertThat(set.bar(1)).isEqualTo(EURUSD.bars()[1]);
    assertThat(set.bar(2)).isEqualTo(EURUSD.bars()[5]);
    assertThat(set.bar(3)).isEqualTo(EURUSD.bars()[9]);
  }

  @Test
  void windowsAreStandardizedViewsOfTheMatrix() {
    SampleSet set = SampleSet.all(List.of(EURUSD));
    Standardizer half =
        new Standardizer(Collections.nCopies(17, 0.0), Collections.nCopies(17, 2.0), 100);
    float[] windows = set.windows(3, 5, half);

    int offset = EURUSD.matrix().windowOffset(EURUSD.bars()[4]);
    for (int i = 0; i < FeatureWindow.LENGTH; i++) {
      assertThat(windows[FeatureWindow.LENGTH + i])
          .isEqualTo(EURUSD.matrix().values()[offset + i] / 2);
    }
  }

  @Test
  void countsLabelsInClassOrder() {
    SampleSet set = SampleSet.all(List.of(EURUSD, GBPUSD));
    int[] counts = set.classCounts();

    assertThat(counts[0] + counts[1] + counts[2]).isEqualTo(18);
    for (int label : set.labels()) {
      counts[label]--;
    }
    assertThat(counts).containsOnly(0);
  }

  /** Each label spans six bars, the next begins a bar later: fewer overlap at the ends. */
  @Test
  void labelsInTheMiddleAreLessUniqueThanThoseAtTheEnds() {
    float[] weights = SampleSet.all(List.of(EURUSD, GBPUSD)).uniqueness();

    // in order of time the two take turns for 16 samples, then EURUSD has two more
    float[] eurusd = new float[10];
    for (int p = 0; p < 10; p++) {
      eurusd[p] = weights[p < 8 ? 2 * p : p + 8];
    }
    assertThat(eurusd[0]).isGreaterThan(eurusd[1]).isEqualTo(eurusd[9]);
    assertThat(eurusd[1]).isGreaterThan(eurusd[4]);
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    assertThat(sum).isCloseTo(18, within(1e-5));
  }

  @Test
  void labelsThatShareNoBarAreAllAlike() {
    SampleSet thinned = SampleSet.of(List.of(EURUSD), List.of(new SampleRange(0, 10)), 6);

    assertThat(thinned.uniqueness()).containsExactly(1, 1);
    assertThat(SampleWeighting.EQUAL.weights(SampleSet.all(List.of(EURUSD)))).containsOnly(1);
  }

  @Test
  void refusesAStrideBelowOne() {
    assertThatThrownBy(() -> SampleSet.of(List.of(EURUSD), List.of(new SampleRange(0, 1)), 0))
        .hasMessage("stride must be >= 1, was 0");
  }
}
