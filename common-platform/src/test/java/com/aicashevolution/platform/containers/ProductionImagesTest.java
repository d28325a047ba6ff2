package com.aicashevolution.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionImagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "redis", "minio"})
  void namesOneVersionOfWhatProductionRuns(String service) {
    assertThat(ProductionImages.image(service).getVersionPart()).isNotIn("latest", "");
    assertThat(ProductionImages.image(service).getUnversionedPart()).contains(service);
  }
}
