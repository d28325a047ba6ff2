package com.aicashevolution.localstack.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunPageTest {

  private static final String REFUSED =
      """
      {"training_id": "training_20261121_120000",
       "gate": {"passed": false,
                "reasons": ["accuracy 0.5489 is below 0.55", "win rate of 0 trades"],
                "checks": [{"name": "min_accuracy", "passed": false, "value": 0.5489, "bound": 0.55},
                           {"name": "train_samples", "passed": true, "value": 12000, "bound": 100}]},
       "metrics": {
         "seed": 7, "epochs": 5, "data_hash": "0123456789abcdef", "weights_sha256": "fedcba9876543210",
         "samples": {"train": 12000, "out_of_fold": 34567, "holdout": 8000, "excluded_for_gaps": 12},
         "report": {
           "model": {"accuracy": 0.55, "balanced_accuracy": 0.5, "macro_f1": 0.45, "log_loss": 0.9,
                     "brier": 0.5, "expected_calibration_error": 0.01, "samples": 6,
                     "confusion": [[2, 0, 0], [0, 2, 0], [0, 0, 2]]},
           "baselines": {"volatility": {"accuracy": 0.52}, "majority": {"accuracy": 0.46}},
           "trading": {"trades": 0, "coverage": 0.0}},
         "walk_forward": {
           "seeds": [{"seed": 7, "accuracy": {"value": 0.55, "lower": 0.54, "upper": 0.56},
                      "skill_over": {"majority": {"lower": 0.08}},
                      "daily_risk": {"sharpe": {"ratio": -0.1}}}],
           "folds": [{"fold": 0, "from": "2019-01-01T00:00:00Z", "to": "2020-01-01T00:00:00Z",
                      "train_samples": 6000, "samples": 9000,
                      "fits": [{"accuracy": 0.54}, {"accuracy": 0.56}]}],
           "holdout": {"from": "2022-01-01T00:00:00Z", "to": "2024-01-01T00:00:00Z",
                       "report": {"model": {"accuracy": 0.5453},
                                  "trading": {"trades": 3, "win_rate": 0.3333}}}}}}
      """;

  private static List<String> page(String json) {
    try {
      return new RunPage(new ObjectMapper().readTree(json)).lines();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysTheVerdictAndItsReasonsFirst() {
    assertThat(page(REFUSED))
        .startsWith(
            "**The gate refused it.**",
            "",
            "- accuracy 0.5489 is below 0.55",
            "- win rate of 0 trades",
            "",
            "training_20261121_120000: fitted on 12,000 windows, judged on 34,567 out of fold and on"
                + " 8,000 from 2022-01-01 to 2024-01-01 held out. 12 bars were left out for gaps."
                + " Seed 7, 5 epochs, data `0123456789ab…`, weights `fedcba987654…`.");
    assertThat(page(REFUSED.replace("\"gate\": {\"passed\": false", "\"gate\": {\"passed\": true")))
        .startsWith("**The gate passed it.**");
  }

  @Test
  void setsTheNetworkBesideItsBaselinesInOneOrder() {
    assertThat(page(REFUSED))
        .containsSubsequence(
            "### Out of fold, published seed",
            "| **network** | 0.5500 | 0.5000 | 0.4500 | 1.0000 | 0.9000 | 0.5000 | 0.0100 |",
            "| majority | 0.4600 | – | – | – | – | – | – |",
            "| volatility | 0.5200 | – | – | – | – | – | – |",
            "### Holdout, looked at once",
            "| **network** | 0.5453 | – | – | – | – | – | – |");
  }

  @Test
  void showsHowSetsOfAnswersDidWhereThatWasMeasured() {
    String measured =
        REFUSED.replace(
            "\"holdout\": {\"from\"",
            """
            "sets": {"published": {"miscoverage": 0.1, "threshold": 0.71},
                     "seeds": [{"coverage": 0.9021, "mean_size": 2.25, "decided": 0.125}],
                     "holdout": {"coverage": 0.8875, "mean_size": 2.3, "decided": 0.1}},
            "holdout": {"from\"""");
    assertThat(page(measured))
        .containsSubsequence(
            "### Sets of answers that shall hold the right one in 90 % of cases",
            "| out of fold, seed 7 | 0.9021 | 2.2500 | 0.1250 |",
            "| holdout | 0.8875 | 2.3000 | 0.1000 |");
    assertThat(page(REFUSED)).noneMatch(line -> line.contains("Sets of answers"));
  }

  @Test
  void showsSeedsFoldsTradesAndEveryCheck() {
    assertThat(page(REFUSED))
        .contains(
            "| 7 | 0.5500 | [0.5400, 0.5600] | majority | 0.0800 | -0.1000 |",
            "| 0 | 2019-01-01 | 2020-01-01 | 6,000 | 9,000 | 0.5400, 0.5600 |",
            "| out of fold | 0 | – | – | – | 0.0000 |",
            "| holdout | 3 | 0.3333 | – | – | – |",
            "| **failed** | min accuracy | 0.5489 | 0.5500 |",
            "| passed | train samples | 12,000 | 100 |");
  }
}
