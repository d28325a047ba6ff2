package com.aicashevolution.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ExaminationLinesTest {

  @Test
  void showsIntervalBaselinesFoldsAndHoldout() throws JsonProcessingException {
    String metrics =
        """
        {"accuracy": 0.62, "majority_baseline": 0.34, "macro_f1": 0.61, "win_rate": 0.9, "seed": 8,
         "report": {"baselines": {"majority": {"accuracy": 0.34}, "boosted_trees": {"accuracy": 0.64}}},
         "walk_forward": {
           "seeds": [{"seed": 7, "accuracy": {"value": 0.61, "lower": 0.59, "upper": 0.63}},
                     {"seed": 8, "accuracy": {"value": 0.62, "lower": 0.6, "upper": 0.64}}],
           "folds": [{"fold": 0, "from": "2026-03-01T05:00:00Z", "to": "2026-05-01T05:00:00Z",
                      "fits": [{"accuracy": 0.6}, {"accuracy": 0.605}]}],
           "holdout": {"from": "2026-05-03T05:00:00Z", "to": "2026-06-01T05:00:00Z",
                       "report": {"model": {"accuracy": 0.66}}}}}
        """;
    assertThat(new ExaminationLines(new ObjectMapper().readTree(metrics)).lines())
        .containsExactly(
            "    accuracy           0.6200 out of fold, in [0.6000, 0.6400]; worst of 2 seeds 0.6100",
            "    majority baseline  0.3400",
            "    macro f1           0.6100",
            "    win rate           0.9000",
            "    boosted trees      0.6400",
            "    fold 0             0.6000 0.6050, 2026-03-01 to 2026-05-01",
            "    holdout            0.6600, 2026-05-03 to 2026-06-01, looked at once");
  }

  @Test
  void saysNothingOfWhatIsNotGiven() throws JsonProcessingException {
    assertThat(new ExaminationLines(new ObjectMapper().readTree("{}")).lines()).isEmpty();
    assertThat(new ExaminationLines(new ObjectMapper().readTree("{\"accuracy\": 0.5}")).lines())
        .containsExactly("    accuracy           0.5000");
  }
}
