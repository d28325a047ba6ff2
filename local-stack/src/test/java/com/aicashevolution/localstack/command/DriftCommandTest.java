package com.aicashevolution.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class DriftCommandTest {

  private static final String REPORT =
      """
      {"line":"global","timeframe":"H1","model_version":"v20261120_003000",
       "checked_at":"2026-11-21T22:30:00Z","status":"drifted","training_id":"training_20261121_223000",
       "reasons":["3 of 26 symbols drifted; fewer than 3 may by chance"],
       "symbols":[
        {"symbol":"EURUSD","status":"drifted","as_of":"2026-11-21T22:00:00Z","too_little":[],
         "measurements":[
          {"subject":"volatility","value":13.2,"threshold":10},
          {"subject":"rsi_value","value":0.8,"threshold":0.4},
          {"subject":"atr_value","value":0.5,"threshold":0.4},
          {"subject":"confidence","value":0.1,"threshold":0.4}]},
        {"symbol":"XAUUSD","status":"inconclusive","as_of":null,"measurements":[],
         "too_little":["features: 12 of 639 candles","answers: 0 of 240 journalled bars"]}]}
      """;

  @Test
  void showsHowMuchOfItsThresholdTheWorstOfEachKindUsesUp() throws Exception {
    String shown = shown(REPORT);
    assertThat(shown)
        .contains("global H1, v20261120_003000, checked 2026-11-21T22:30:00Z: DRIFTED")
        .contains("3 of 26 symbols drifted; fewer than 3 may by chance")
        .contains("retraining was asked for: training_20261121_223000");
    assertThat(row(shown, "EURUSD"))
        .contains("drifted", "132 %", "200 % rsi_value", "25 % confidence", "2026-11-21T22:00:00Z")
        .doesNotContain("atr_value");
    assertThat(row(shown, "XAUUSD"))
        .contains("inconclusive")
        .contains("features: 12 of 639 candles; answers: 0 of 240 journalled bars")
        .doesNotContain("%");
  }

  @Test
  void saysWhyThereIsNoTable() throws Exception {
    String shown =
        shown(
            """
            {"line":"metal","timeframe":"H1","model_version":"v1","checked_at":"2026-11-21T22:30:00Z",
             "status":"no_reference","reasons":["v1 has no drift reference"],"symbols":[]}
            """);
    assertThat(shown).contains("NO REFERENCE").contains("v1 has no drift reference");
    assertThat(shown).doesNotContain("volatility");
  }

  private static String row(String shown, String symbol) {
    return shown.lines().filter(line -> line.contains(symbol)).findFirst().orElseThrow();
  }

  private static String shown(String report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    DriftCommand.print(
        new ObjectMapper().readTree(report), new Terminal(stream, false, Clock.systemUTC()));
    return out.toString(StandardCharsets.UTF_8);
  }
}
