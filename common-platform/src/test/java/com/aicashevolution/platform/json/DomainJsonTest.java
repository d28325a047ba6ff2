package com.aicashevolution.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.Alias;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DomainJsonTest {

  private final JsonMapper mapper = DomainJson.newMapper();

  /** A value of every kind that has a form of its own on the wire. */
  record Sample(
      ModelVersion modelVersion,
      ModelLine line,
      Symbol symbol,
      Timeframe timeframe,
      Alias alias,
      SymbolCategory category,
      Instant asOf,
      Map<IndicatorName, Double> weights) {}

  private static final Sample SAMPLE =
      new Sample(
          new ModelVersion("v20261121_020000-EURUSD"),
          new ModelLine("EURUSD"),
          Symbol.of("EURUSD"),
          Timeframe.H1,
          Alias.CHAMPION,
          SymbolCategory.FX_MAJOR,
          Instant.parse("2026-11-21T02:00:00Z"),
          Map.of(IndicatorName.RSI, 0.25));

  @Test
  void writesNamesAsStringsAndFieldsInSnakeCase() throws Exception {
    assertThat(mapper.readTree(mapper.writeValueAsString(SAMPLE)))
        .isEqualTo(
            mapper.readTree(
                """
                {"model_version":"v20261121_020000-EURUSD","line":"EURUSD","symbol":"EURUSD",
                 "timeframe":"H1","alias":"champion","category":"fx-major",
                 "as_of":"2026-11-21T02:00:00Z","weights":{"rsi_value":0.25}}
                """));
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    assertThat(mapper.readValue(mapper.writeValueAsString(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
  }

  @Test
  void keepsEveryBitOfADouble() throws Exception {
    double third = 1.0 / 3;
    var metrics =
        new ClassificationMetrics(
            3, third, Math.nextUp(third), Double.MIN_VALUE, 1e300, 0.1, 0.2, List.of(List.of(1)));

    assertThat(mapper.readValue(mapper.writeValueAsString(metrics), ClassificationMetrics.class))
        .isEqualTo(metrics);
  }

  @Test
  void reportsAMalformedNameWithItsPlaceAndTheReason() {
    String json = mapper.createObjectNode().put("symbol", "EUR_USD").toString();

    assertThatThrownBy(() -> mapper.readValue(json, Sample.class))
        .isInstanceOfSatisfying(
            InvalidFormatException.class,
            e -> assertThat(e.getPath().getFirst().getFieldName()).isEqualTo("symbol"))
        .hasMessageContaining("six upper-case letters");
  }

  @Test
  void reportsAnUnknownKeyWithTheNamesThatAreKnown() {
    var type = new TypeReference<Map<IndicatorName, Double>>() {};

    assertThatThrownBy(() -> mapper.readValue("{\"rsi\":1}", type))
        .isInstanceOf(InvalidFormatException.class)
        .hasMessageContaining("rsi_value");
  }

  @Test
  void refusesAnUnknownProperty() {
    assertThatThrownBy(() -> mapper.readValue("{\"surprise\":1}", Sample.class))
        .isInstanceOf(UnrecognizedPropertyException.class);
  }

  @Test
  void refusesAMissingNumberRatherThanReadingZero() {
    assertThatThrownBy(() -> mapper.readValue("{\"accuracy\":null}", ClassificationMetrics.class))
        .isInstanceOf(MismatchedInputException.class);
  }
}
