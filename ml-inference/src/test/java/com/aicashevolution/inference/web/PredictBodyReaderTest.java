package com.aicashevolution.inference.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.Variant;
import com.aicashevolution.inference.prediction.PredictionRequest;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.DomainJson;
import com.aicashevolution.platform.json.web.StrictJson;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.Problem.FieldError;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictBodyReaderTest {

  private static final JsonMapper JSON = StrictJson.newMapper(List.of(DomainJson.module()));
  private static final Caller TRADER = new Caller("k1", "trader", Role.PREDICT, null);
  private static final RequestId REQUEST = new RequestId("request-1");

  private final PredictBodyReader reader =
      new PredictBodyReader(new TradedSymbols(Symbol.defaults()));

  @Test
  void readsTheShortestRequestWithItsDefaults() {
    assertThat(legal("{'symbol':'EURUSD'}", TRADER))
        .isEqualTo(
            new PredictionRequest(
                Symbol.of("EURUSD"),
                Timeframe.H1,
                new WindowInput.Stored(),
                new ModelChoice.Champion(),
                true,
                "request-1",
                null));
  }

  @Test
  void readsIndicatorsOfTheNewestBar() {
    PredictionRequest request =
        legal("{'symbol':'EURUSD','indicators':{'rsi_value':65,'ema_12':1.1}}", TRADER);

    assertThat(request.input())
        .isEqualTo(
            new WindowInput.NewestRow(Map.of(IndicatorName.RSI, 65.0, IndicatorName.EMA_12, 1.1)));
  }

  @Test
  void readsASequenceOfTwentyCompleteSnapshots() {
    PredictionRequest request =
        legal("{'symbol':'EURUSD','sequence':[" + snapshots(20) + "]}", TRADER);

    assertThat(request.input())
        .isInstanceOfSatisfying(
            WindowInput.Sequence.class,
            sequence -> {
              assertThat(sequence.snapshots()).hasSize(20);
              assertThat(sequence.snapshots().get(3).get(IndicatorName.RSI)).isEqualTo(3);
            });
  }

  @Test
  void believesARoleOfOurServicesOnly() {
    String body = "{'symbol':'EURUSD','model_version':'v20261101_020000','variant':'challenger'}";
    ModelVersion version = new ModelVersion("v20261101_020000");

    assertThat(legal(body, TRADER).choice()).isEqualTo(new ModelChoice.Pinned(version));
    assertThat(legal(body, Caller.service("trader")).choice())
        .isEqualTo(new ModelChoice.Assigned(version, Variant.CHALLENGER));
    assertThat(legal(body.replace("challenger", "champion"), Caller.service(null)).choice())
        .isEqualTo(new ModelChoice.Assigned(version, Variant.CHAMPION));
    assertThat(legal(body.replace("challenger", "pinned"), Caller.service(null)).choice())
        .isEqualTo(new ModelChoice.Pinned(version));
    assertThat(errors(body.replace("challenger", "shadow"), Caller.service(null)))
        .extracting(FieldError::field)
        .containsExactly("variant");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | symbol | must be given",
        "{'symbol':null} | symbol | must be given",
        "{'symbol':'ABCDEF'} | symbol | must be one of the symbols served here",
        "{'symbol':'EURUSD','indicators':{'rsi':1}} | indicators.rsi | is not a known indicator",
        "{'symbol':'EURUSD','indicators':{'rsi_value':null}} | indicators.rsi_value | was null",
        "{'symbol':'EURUSD','indicators':{'rsi_value':101}} | indicators.rsi_value | [0, 100]",
        "{'symbol':'EURUSD','indicators':{'volume_ma':-2}} | indicators.volume_ma | must be >= 0",
        "{'symbol':'EURUSD','indicators':{},'sequence':[]} | sequence | together with indicators",
        "{'symbol':'EURUSD','sequence':[]} | sequence | must have 20 snapshots, had 0",
        "{'symbol':'EURUSD','user_id':''} | user_id | must have 1 to 128 characters, had 0",
        "{'symbol':'EURUSD','user_id':'a\\u0000b'} | user_id | must not have control characters",
      })
  void namesTheFieldAndWhatIsWrongWithIt(String body, String field, String message) {
    assertThat(errors(body, TRADER))
        .anySatisfy(
            error -> {
              assertThat(error.field()).isEqualTo(field);
              assertThat(error.message()).contains(message);
            });
  }

  @Test
  void namesTheSnapshotAndTheIndicatorThatItLacks() {
    String incomplete = snapshots(20).replaceFirst(",'cci_value':1", "");
    assertThat(errors("{'symbol':'EURUSD','sequence':[" + incomplete + "]}", TRADER))
        .extracting(FieldError::field)
        .containsExactly("sequence[0].cci_value");
    String withNull = snapshots(19) + ",null";
    assertThat(errors("{'symbol':'EURUSD','sequence':[" + withNull + "]}", TRADER))
        .extracting(FieldError::field)
        .containsExactly("sequence[19]");
  }

  @Test
  void refusesAnotherCountThanTwenty() {
    for (int count : new int[] {1, 19, 21}) {
      assertThat(errors("{'symbol':'EURUSD','sequence':[" + snapshots(count) + "]}", TRADER))
          .extracting(FieldError::message)
          .containsExactly("must have 20 snapshots, had " + count);
    }
  }

  @Test
  void saysAllThatIsWrongAtOnceButNotWithoutEnd() {
    assertThat(errors("{'indicators':{'a':1,'b':2},'user_id':''}", TRADER)).hasSize(4);
    String many =
        IntStream.range(0, 100).mapToObj(i -> "'x" + i + "':1").collect(Collectors.joining(","));
    assertThat(errors("{'indicators':{" + many + "}}", TRADER)).hasSize(25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'symbol':'eurusd'}",
        "{'symbol':'EURUSD','timeframe':'H2'}",
        "{'symbol':'EURUSD','indicators':{'rsi_value':NaN}}",
        "{'symbol':'EURUSD','indicators':{'rsi_value':1e999}}",
        "{'symbol':'EURUSD','indicators':{'rsi_value':'65'}}",
        "{'symbol':'EURUSD','indicators':[1]}",
        "{'symbol':'EURUSD','model_version':'latest'}",
        "{'symbol':'EURUSD','unknown':1}",
        "{'symbol':'EURUSD','symbol':'GBPUSD'}",
        "{'symbol':'EURUSD'",
        "[]",
      })
  void isNotEvenReadableWhereTheJsonIsNotWhatItShouldBe(String body) {
    assertThatThrownBy(() -> body(body)).isInstanceOf(JsonProcessingException.class);
  }

  private static String snapshots(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                IndicatorName.wireNames().stream()
                    .map(name -> "'" + name + "':" + (name.equals("rsi_value") ? i : 1))
                    .collect(Collectors.joining(",", "{", "}")))
        .collect(Collectors.joining(","));
  }

  private PredictionRequest legal(String body, Caller caller) {
    return ((PredictBodyReader.Reading.Legal) read(body, caller)).request();
  }

  private List<FieldError> errors(String body, Caller caller) {
    return ((PredictBodyReader.Reading.Illegal) read(body, caller)).errors();
  }

  private PredictBodyReader.Reading read(String body, Caller caller) {
    try {
      return reader.read(body(body), caller, REQUEST);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static PredictBody body(String text) throws JsonProcessingException {
    return JSON.readValue(text.replace('\'', '"'), PredictBody.class);
  }
}
