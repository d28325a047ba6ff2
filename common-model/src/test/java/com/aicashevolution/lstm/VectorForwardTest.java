package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector engine against its scalar twin, bit for bit, in three widths. */
class VectorForwardTest {

  private static final int[] AWKWARD = {1, 2, 3, 7, 8, 9, 31, 33, 64, 65, 207};

  @Test
  void forcesTheWidthsItIsTestedIn() {
    assertThat(ForcedSpecies.ALL).extracting(ForcedSpecies::lanes).containsExactly(4, 8, 16);
  }

  /**
   * Every awkward size as inputs, as units of a first, of a second layer and of the dense layer.
   */
  @ParameterizedTest
  @MethodSource("awkwardShapes")
  void givesTheTwinsBitsForAwkwardSizes(int inputs, List<Integer> units, int hidden) {
    RandomNetworks random = new RandomNetworks(inputs * 31L + hidden);
    LstmParameters network = random.network(inputs, units, hidden % 2 == 0, hidden);
    float[] windows = random.windows(7 * 3 * inputs);
    assertSameBits(network, 3, windows, 0, 7);
    assertSameBits(network, 3, windows, 0, 1);
  }

  static Stream<Arguments> awkwardShapes() {
    Stream.Builder<Arguments> shapes = Stream.builder();
    for (int size : AWKWARD) {
      shapes.add(Arguments.of(size, List.of(16), 4));
      shapes.add(Arguments.of(5, List.of(size), 4));
      shapes.add(Arguments.of(5, List.of(9, size), 3));
      shapes.add(Arguments.of(5, List.of(size, 7, 4), 3));
      shapes.add(Arguments.of(5, List.of(8), size));
    }
    return shapes.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 26, 31, 32, 33, 34, 64, 65, 100})
  void givesTheTwinsBitsForAnyNumberOfWindows(int count) {
    RandomNetworks random = new RandomNetworks(count);
    LstmParameters network = random.network(17, List.of(24, 10), false, 6);
    assertSameBits(network, 5, random.windows(count * 5 * 17), 0, count);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 33, 340})
  void givesTheTwinsBitsFromAnyOffset(int offset) {
    RandomNetworks random = new RandomNetworks(offset);
    LstmParameters network = random.network(17, List.of(24, 10), true, 6);
    assertSameBits(network, 4, random.windows(offset + 6 * 4 * 17 + 5), offset, 6);
    assertSameBits(network, 4, random.windows(offset + 4 * 17 + 5), offset, 1);
  }

  @Test
  void aSingleStepIsAWindowToo() {
    RandomNetworks random = new RandomNetworks(1);
    LstmParameters network = random.network(17, List.of(24, 10), false, 6);
    assertSameBits(network, 1, random.windows(5 * 17), 0, 5);
    assertSameBits(network, 1, random.windows(17), 0, 1);
  }

  @Test
  void aWindowHasTheSameBitsAloneAndAnywhereInABatch() {
    RandomNetworks random = new RandomNetworks(77);
    LstmParameters network = random.network(17, List.of(64, 32), true, 16);
    float[] windows = random.windows(70 * 340);
    for (ForcedSpecies lanes : ForcedSpecies.ALL) {
      LstmForward forward = LstmForward.of(lanes.engine(network, 20), network, 20);
      LstmForward.Scratch scratch = forward.newScratch(70);
      float[] together = new float[70 * 3];
      forward.logits(windows, 0, 70, together, scratch);
      float[] alone = new float[3];
      for (int n = 0; n < 70; n++) {
        forward.logits(windows, n * 340, 1, alone, scratch);
        assertThat(bits(alone)).containsExactly(bits(together, 3 * n, 3));
      }
    }
  }

  /** Large and tiny sums reach every branch of the gates: saturation, underflow, both signs. */
  @Test
  void givesTheTwinsBitsForExtremeSums() {
    RandomNetworks random = new RandomNetworks(9);
    LstmParameters network = random.network(17, List.of(20, 8), false, 4);
    for (float scale : new float[] {0, 1e-30f, 1e-6f, 30, 1e3f, 1e30f}) {
      float[] windows = random.windows(6 * 4 * 17);
      for (int i = 0; i < windows.length; i++) {
        windows[i] *= scale;
      }
      assertSameBits(network, 4, windows, 0, 6);
      assertSameBits(network, 4, windows, 0, 1);
    }
  }

  @Test
  void aScratchThatHeldOtherWindowsLeavesNoTrace() {
    RandomNetworks random = new RandomNetworks(4);
    LstmParameters network = random.network(17, List.of(24, 10), false, 6);
    float[] windows = random.windows(40 * 4 * 17);
    LstmForward forward =
        LstmForward.of(
            new VectorForward(network, 4, new VectorSums(), new VectorGates()), network, 4);
    LstmForward.Scratch used = forward.newScratch(40);
    float[] logits = new float[120];
    forward.logits(windows, 0, 40, logits, used);
    forward.logits(windows, 0, 3, logits, used);
    float[] fresh = new float[120];
    forward.logits(windows, 0, 3, fresh, forward.newScratch(40));
    assertThat(bits(logits, 0, 9)).containsExactly(bits(fresh, 0, 9));
  }

  private static void assertSameBits(
      LstmParameters network, int timesteps, float[] windows, int offset, int count) {
    int[] expected =
        logits(new ScalarForward(network, timesteps), network, timesteps, windows, offset, count);
    for (ForcedSpecies lanes : ForcedSpecies.ALL) {
      assertThat(
              logits(lanes.engine(network, timesteps), network, timesteps, windows, offset, count))
          .as("%d lanes", lanes.lanes())
          .containsExactly(expected);
    }
  }

  private static int[] logits(
      ForwardEngine engine,
      LstmParameters network,
      int timesteps,
      float[] windows,
      int offset,
      int count) {
    LstmForward forward = LstmForward.of(engine, network, timesteps);
    float[] logits = new float[3 * count];
    forward.logits(windows, offset, count, logits, forward.newScratch(count));
    assertThat(logits).doesNotContain(Float.NaN);
    return bits(logits);
  }

  private static int[] bits(float[] values) {
    return bits(values, 0, values.length);
  }

  private static int[] bits(float[] values, int from, int length) {
    int[] bits = new int[length];
    for (int i = 0; i < length; i++) {
      bits[i] = Float.floatToRawIntBits(values[from + i]);
    }
    return bits;
  }
}
