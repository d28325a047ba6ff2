package com.aicashevolution.localstack.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamageTest {

  private final PublishedVersion sound = Published.version();

  /** A damage that another check meets first would prove nothing about its own. */
  @ParameterizedTest
  @EnumSource(
      value = Damage.class,
      names = {"TRUNCATED", "WRONG_HASH"},
      mode = EnumSource.Mode.EXCLUDE)
  void leavesEveryHashAndSizeRight(Damage damage) {
    PublishedVersion damaged = damage.inflictOn(sound);

    JsonNode files = damaged.manifestJson().path("files");
    for (String name : damaged.files().keySet()) {
      assertThat(files.path(name).path("sha256").asText()).isEqualTo(Sha256.of(damaged.file(name)));
      assertThat(files.path(name).path("bytes").asInt()).isEqualTo(damaged.file(name).length);
    }
    assertThat(damage.description()).isNotBlank();
    assertThat(damage.reasons()).isNotEmpty();
  }

  @Test
  void tearsAndFlipsBehindTheManifestsBack() {
    byte[] weights = sound.file(PublishedVersion.WEIGHTS);
    byte[] torn = Damage.TRUNCATED.inflictOn(sound).file(PublishedVersion.WEIGHTS);
    byte[] flipped = Damage.WRONG_HASH.inflictOn(sound).file(PublishedVersion.WEIGHTS);

    assertThat(torn).hasSize(weights.length / 2);
    assertThat(flipped).hasSameSizeAs(weights).isNotEqualTo(weights);
    assertThat(Damage.WRONG_HASH.inflictOn(sound).manifest()).isEqualTo(sound.manifest());
  }

  @Test
  void changesWhatItSaysAndNothingElse() {
    WeightsFile notNumbers = Damage.NAN_WEIGHTS.inflictOn(sound).weights();
    assertThat(notNumbers.values(notNumbers.outputWeights())).containsOnly(Float.NaN);
    assertThat(notNumbers.values("lstm.0.bias")).isEqualTo(sound.weights().values("lstm.0.bias"));

    PublishedVersion wrongGolden = Damage.WRONG_GOLDEN_VECTORS.inflictOn(sound);
    assertThat(wrongGolden.manifestJson().path("golden"))
        .isEqualTo(sound.manifestJson().path("golden"));
    assertThat(new Recomputation(wrongGolden).uncalibrated(Published.window(1)))
        .isNotEqualTo(new Recomputation(sound).uncalibrated(Published.window(1)));

    assertThat(Damage.WRONG_SCHEMA.inflictOn(sound).manifestJson().path("schema").path("hash"))
        .isNotEqualTo(sound.manifestJson().path("schema").path("hash"));
    assertThat(Damage.PATH_TRICK.inflictOn(sound).manifestJson().path("files").fieldNames())
        .toIterable()
        .contains("../../weights.safetensors");
    assertThat(header(Damage.WRONG_DTYPE).path("dtype").asText()).isEqualTo("I32");
    assertThat(header(Damage.WRONG_SHAPES).path("shape").toString()).isEqualTo("[8,17]");
    byte[] oversize = Damage.OVERSIZE_HEADER.inflictOn(sound).file(PublishedVersion.WEIGHTS);
    assertThat(ByteBuffer.wrap(oversize).order(ByteOrder.LITTLE_ENDIAN).getLong())
        .isEqualTo(1L << 62);
  }

  private JsonNode header(Damage damage) {
    return damage.inflictOn(sound).weights().header().path("lstm.0.input_weights");
  }
}
