package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoadTimesTest {

  @Test
  void givesTheMeanOfWhatWasLoadedInBetween() {
    LoadTimes before = LoadTimes.in(scrape("3", "0.9"));
    LoadTimes after = LoadTimes.in(scrape("7", "1.1"));

    assertThat(after.meanMillisSince(before)).isCloseTo(50, within(1e-9));
    assertThat(after.meanMillisSince(after)).isNaN();
  }

  @Test
  void refusesAScrapeThatSaysNothingOfLoads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LoadTimes.in("ml_active_models 1.0"))
        .withMessageContaining("ml_model_load_seconds");
  }

  private static String scrape(String count, String sum) {
    return """
        # TYPE ml_model_load_seconds summary
        ml_model_load_seconds_count{application="ml-inference"} %s
        ml_model_load_seconds_sum{application="ml-inference"} %s
        ml_model_load_seconds_max{application="ml-inference"} 4.5E-2
        """
        .formatted(count, sum);
  }
}
