package com.aicashevolution.localstack.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class VariationTest {

  private static final String OTHER = "v20261121_130000";

  @Test
  void answersOtherwiseUnderItsOwnNameAndHash() {
    PublishedVersion original = Published.version();
    PublishedVersion varied = Variation.of(original, OTHER, 1);

    assertThat(varied.manifestJson().path("version").asText()).isEqualTo(OTHER);
    assertThat(probabilities(varied)).isNotEqualTo(probabilities(original));
    JsonNode listed = varied.manifestJson().path("files").path(PublishedVersion.WEIGHTS);
    assertThat(listed.path("sha256").asText())
        .isEqualTo(Sha256.of(varied.file(PublishedVersion.WEIGHTS)));
    assertThat(listed.path("bytes").asInt())
        .isEqualTo(varied.file(PublishedVersion.WEIGHTS).length);
  }

  @Test
  void isTheSameForTheSameNumberAndAnotherForAnother() {
    PublishedVersion original = Published.version();

    assertThat(Variation.of(original, OTHER, 2).manifest())
        .isEqualTo(Variation.of(original, OTHER, 2).manifest());
    assertThat(probabilities(Variation.of(original, OTHER, 2)))
        .isNotEqualTo(probabilities(Variation.of(original, OTHER, 1)));
  }

  @Test
  void carriesTheGoldenVectorsThatFollowFromItsWeights() {
    PublishedVersion varied = Variation.of(Published.version(), OTHER, 3);
    Recomputation answers = new Recomputation(varied);
    JsonNode golden = varied.manifestJson().path("golden");

    assertThat(golden).hasSize(2);
    for (int i = 0; i < golden.size(); i++) {
      float[] expected = answers.uncalibrated(Published.window(i + 1));
      JsonNode output = golden.path(i).path("output");
      assertThat(output).hasSize(3);
      for (int k = 0; k < expected.length; k++) {
        assertThat(Float.parseFloat(output.path(k).asText())).isEqualTo(expected[k]);
      }
    }
  }

  private static float[] probabilities(PublishedVersion version) {
    float[] answer = new Recomputation(version).probabilities(Published.window(9));
    assertThat(answer[0] + answer[1] + answer[2]).isBetween(0.99999f, 1.00001f);
    return answer;
  }
}
