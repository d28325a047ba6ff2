package com.aicashevolution.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestLinesTest {

  private static final String SECTION =
      """
      {"phase": %s, "from": "2026-03-01T05:00:00Z", "to": "2026-05-01T05:00:00Z",
       "trades": {"positions": {"trades": 12, "win_rate": 0.5, "profit_factor": %s,
                                "expectancy_atr": 0.25}},
       "account": {"return_percent": %s, "max_drawdown_percent": 3.5, "sharpe_per_day": 0.1,
                   "sortino_per_day": 0.2, "probabilistic_sharpe": 0.75, "deflated_sharpe": 0.25,
                   "trials": 7, "exposure": 0.4},
       "held": {"return_percent": -1.5}}
      """;

  @Test
  void saysHowFastItWentFromFirstCandleToLastFile() throws JsonProcessingException {
    String job =
        """
        {"started_at": "2026-11-21T10:00:00.250Z", "finished_at": "2026-11-21T10:00:12.750Z",
         "result": {"bars": 160000, "symbols": [{"symbol": "EURUSD"}, {"symbol": "XAUUSD"}]}}
        """;
    assertThat(BacktestLines.speed(new ObjectMapper().readTree(job)))
        .isEqualTo("  played 160,000 bars of 2 symbols in 12.5 s, 12,800 bars/s");
  }

  @Test
  void showsWarningsFirstAndAColumnForEachPhase() throws JsonProcessingException {
    String result =
        "{\"warnings\": [\"Beware.\"], \"phases\": [%s, %s], \"whole\": %s}"
            .formatted(
                SECTION.formatted("\"IN_SAMPLE\"", "1000000.0", "9.25"),
                SECTION.formatted("\"OUT_OF_SAMPLE\"", "1.5", "-2"),
                SECTION.formatted("null", "2", "7.25"));
    List<String> lines = new BacktestLines(new ObjectMapper().readTree(result)).lines();

    assertThat(lines.getFirst()).isEqualTo("  ! Beware.");
    List<String> table = lines.getLast().lines().map(String::strip).toList();
    assertThat(table.getFirst().split(" {2,}"))
        .containsExactly("in sample", "out of sample", "together");
    assertThat(table)
        .anySatisfy(
            row ->
                assertThat(row.split(" {2,}"))
                    .containsExactly("return", "+9.25 %", "-2.00 %", "+7.25 %"))
        .anySatisfy(
            row ->
                assertThat(row.split(" {2,}"))
                    .containsExactly("profit factor", "no loss", "1.500", "2.000"))
        .anySatisfy(
            row ->
                assertThat(row.split(" {2,}"))
                    .containsExactly("deflated, 7 trials", "25.00 %", "25.00 %", "25.00 %"));
  }
}
