package com.aicashevolution.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ValidationLinesTest {

  @Test
  void showsEachPhaseBesideTheBaselines() throws JsonProcessingException {
    String result =
        """
        {"warnings": ["Beware."],
         "phases": [{"phase": "OUT_OF_SAMPLE", "from": "2026-03-01T05:00:00Z",
           "to": "2026-05-01T05:00:00Z", "samples": 1200,
           "report": {
             "report": {"model": {"accuracy": 0.6, "macro_f1": 0.59},
                        "baselines": {"reversal": {"accuracy": 0.3}, "majority": {"accuracy": 0.4}},
                        "trading": {"trades": 300, "win_rate": 0.7, "profit_factor": 2.5}},
             "accuracy": {"value": 0.6, "lower": 0.58, "upper": 0.62},
             "skill_over": {"majority": {"difference": 0.2, "lower": 0.17}},
             "daily_risk": {"max_drawdown": 0.0, "sortino": 1000000.0},
             "deflated_sharpe": 0.97, "trials": 24}}]}
        """;
    assertThat(new ValidationLines(new ObjectMapper().readTree(result)).lines())
        .containsExactly(
            "  ! Beware.",
            "  out of sample, 2026-03-01 to 2026-05-01, 1,200 answers",
            "    accuracy           0.6000 in [0.5800, 0.6200]",
            "    majority           0.4000, beaten by 0.2000, at least 0.1700",
            "    reversal           0.3000",
            "    macro f1           0.5900",
            "    win rate           0.7000 of 300 acted-on signals",
            "    profit factor      2.5000",
            "    drawdown, ATR      0.0000",
            "    sortino a day      no loss",
            "    deflated sharpe    0.9700 over 24 trials");
  }
}
