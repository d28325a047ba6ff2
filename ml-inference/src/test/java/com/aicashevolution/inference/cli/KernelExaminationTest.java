package com.aicashevolution.inference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KernelExaminationTest {

  private static final long NETWORK = 3;
  private static final ModelManifest MANIFEST = artifact(NETWORK).manifest();

  private record Answered(KernelExamination.Result result, byte[] bits) {}

  private static SampleArtifact artifact(long network) {
    return SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, network);
  }

  /** The kernel with the weights of {@code network} and the manifest of {@link #NETWORK}. */
  private static KernelExamination examination(long network) throws ArtifactFormatException {
    byte[] weights = Objects.requireNonNull(artifact(network).files().get(ModelManifest.WEIGHTS));
    return new KernelExamination(SafetensorsCodec.read(weights), MANIFEST);
  }

  private static Answered answer(long network, long count, long seed)
      throws IOException, ArtifactFormatException {
    ByteArrayOutputStream bits = new ByteArrayOutputStream();
    List<Long> progress = new ArrayList<>();
    KernelExamination.Result result =
        examination(network).answer(count, seed, new DataOutputStream(bits), progress::add);
    assertThat(progress).isSorted().last().isEqualTo(count);
    return new Answered(result, bits.toByteArray());
  }

  @Test
  void answersEveryWindowAloneAsInItsBatch() throws IOException, ArtifactFormatException {
    Answered answered = answer(NETWORK, 61, 1);

    assertThat(answered.result().windows()).isEqualTo(61);
    assertThat(answered.result().alike()).isEqualTo(61);
    assertThat(answered.bits()).hasSize(61 * KernelExamination.FLOATS * Float.BYTES);
  }

  @Test
  void writesLogitsAndTheProbabilitiesTheyAreCalibratedTo()
      throws IOException, ArtifactFormatException {
    ByteBuffer bits = ByteBuffer.wrap(answer(NETWORK, 3, 1).bits());
    for (int window = 0; window < 3; window++) {
      float[] logits = {bits.getFloat(), bits.getFloat(), bits.getFloat()};
      float[] probabilities = {bits.getFloat(), bits.getFloat(), bits.getFloat()};

      assertThat(MANIFEST.calibration().applyAll(logits)).isEqualTo(probabilities);
    }
  }

  @Test
  void beginsWithTheSameAnswersHoweverManyThereAre() throws IOException, ArtifactFormatException {
    Answered few = answer(NETWORK, 30, 1);
    Answered many = answer(NETWORK, 61, 1);

    assertThat(Arrays.copyOf(many.bits(), few.bits().length)).isEqualTo(few.bits());
  }

  @Test
  void answersOtherwiseForAnotherSeedOrAnotherNetwork()
      throws IOException, ArtifactFormatException {
    Answered answered = answer(NETWORK, 5, 1);
    Answered otherWindows = answer(NETWORK, 5, 2);
    Answered otherNetwork = answer(NETWORK + 1, 5, 1);

    assertThat(otherWindows.result().windowsSha256())
        .isNotEqualTo(answered.result().windowsSha256());
    assertThat(otherWindows.bits()).isNotEqualTo(answered.bits());
    assertThat(otherNetwork.result().windowsSha256()).isEqualTo(answered.result().windowsSha256());
    assertThat(otherNetwork.bits()).isNotEqualTo(answered.bits());
  }

  @Test
  void measuresTheDistanceFromTheTrainingLibrarysAnswers() throws ArtifactFormatException {
    assertThat(examination(NETWORK).goldenError()).isLessThan(1e-6);
    assertThat(examination(NETWORK + 1).goldenError()).isGreaterThan(1e-3);
  }

  @Test
  void drawsWindowsLikeStandardizedOnes() {
    float clip = 8;
    float[] values = new float[300 * FeatureWindow.LENGTH];
    new DrawnWindows(1, clip).next(values, values.length);

    double sum = 0;
    double squares = 0;
    int clipped = 0;
    for (float value : values) {
      assertThat(Math.abs(value)).isLessThanOrEqualTo(clip);
      boolean atTheEnd = Math.abs(value) == clip;
      clipped += atTheEnd ? 1 : 0;
      sum += atTheEnd ? 0 : value;
      squares += atTheEnd ? 0 : value * value;
    }
    int rest = values.length - clipped;
    assertThat(sum / rest).isBetween(-0.02, 0.02);
    assertThat(squares / rest).isBetween(0.97, 1.03);
    assertThat((double) clipped / values.length).isBetween(0.008, 0.012);
  }
}
