package com.aicashevolution.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

  @ParameterizedTest
  @CsvSource({
    "global, global, H1, global",
    "global.H1, global, H1, global",
    "global.M5, global, M5, global.M5",
    "fx-major, fx-major, H1, fx-major",
    "EURUSD.H4, EURUSD, H4, EURUSD.H4"
  })
  void meansALineOnHourlyBarsUnlessItSaysOthers(
      String text, String line, Timeframe timeframe, String shortest) {
    assertThat(ModelName.parse(text))
        .contains(new ModelName(new ModelLine(line), timeframe))
        .map(ModelName::toString)
        .contains(shortest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".H1",
        "global.",
        "global.h1",
        "global.H2",
        "global.H1.H1",
        "Global",
        "eurusd",
        "EUR_USD",
        "EURUSD H1",
        "../global",
        "fx-major ",
        "EURUSD\u0000",
        "日本円",
        "global.null"
      })
  void meansNothingWhereItIsOtherwiseSpelt(String text) {
    assertThat(ModelName.parse(text)).isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    for (Timeframe timeframe : Timeframe.values()) {
      ModelName name = new ModelName(new ModelLine("crypto"), timeframe);
      assertThat(ModelName.parse(name.toString())).contains(name);
    }
  }
}
