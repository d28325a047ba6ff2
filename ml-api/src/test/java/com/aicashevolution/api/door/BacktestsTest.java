package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.platform.problem.RelayedProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Backtests and validations, handed on to the trainer. */
class BacktestsTest extends FrontDoor {

  private static final String BACKTEST = "/backtests/backtest_20261121_020000";

  @Test
  void shouldHandAWishOnAsItCame() throws Exception {
    trainer.answerWith(202, json.readTree("{\"backtest_id\":\"backtest_20261121_020000\"}"));
    posting(OPERATOR, "/backtests", "{\"model\":\"champion\"}").andExpect(status().isAccepted());
    posting(OPERATOR, "/models/v20261121_020000/validate", "{\"symbols\":[\"EURUSD\"]}")
        .andExpect(status().isAccepted());
    mvc.perform(as(OPERATOR, post(BACKTEST + "/cancel"))).andExpect(status().isAccepted());
    mvc.perform(as(OPERATOR, post("/backtests/validation_20261121_020000/cancel")))
        .andExpect(status().isAccepted());

    assertThat(trainer.calls())
        .containsExactly(
            "POST /backtests {} {\"model\":\"champion\"}",
            "POST /models/v20261121_020000/validate {} {\"symbols\":[\"EURUSD\"]}",
            "POST " + BACKTEST + "/cancel {} ",
            "POST /backtests/validation_20261121_020000/cancel {} ");
  }

  @Test
  void shouldNeedAnOperatorsKeyToAskAndAReadersToLook() throws Exception {
    mvc.perform(as(PREDICTOR, post("/backtests"))).andExpect(status().isForbidden());
    mvc.perform(as(PREDICTOR, post(BACKTEST + "/cancel"))).andExpect(status().isForbidden());
    mvc.perform(as(PREDICTOR, post("/models/v20261121_020000/validate")))
        .andExpect(status().isForbidden());
    assertThat(trainer.calls()).isEmpty();
    getting("/backtests?limit=5").andExpect(status().isOk());
    getting(BACKTEST).andExpect(status().isOk());
    getting("/validations").andExpect(status().isOk());
    getting("/validations/validation_20261121_020000").andExpect(status().isOk());
    assertThat(trainer.calls())
        .containsExactly(
            "GET /backtests {limit=5}",
            "GET " + BACKTEST + " {}",
            "GET /validations {limit=20}",
            "GET /validations/validation_20261121_020000 {}");
  }

  @Test
  void shouldHandAFileBackWithItsTypeAndLetItAskForNothing() throws Exception {
    getting(BACKTEST + "/trades.csv")
        .andExpect(status().isOk())
        .andExpect(content().contentType("text/csv;charset=UTF-8"))
        .andExpect(
            header()
                .string("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"))
        .andExpect(content().string("symbol,side\n"));
    assertThat(trainer.calls()).containsExactly("FILE " + BACKTEST + "/trades.csv");
  }

  @Test
  void shouldNotPutAnythingButAnIdAndAKnownFileIntoAnAddress() throws Exception {
    getting("/backtests/training_20261121_020000").andExpect(status().isBadRequest());
    getting("/validations/backtest_20261121_020000").andExpect(status().isBadRequest());
    mvc.perform(as(OPERATOR, post("/backtests/whatever/cancel")))
        .andExpect(status().isBadRequest());
    getting(BACKTEST + "/secrets.txt").andExpect(status().isNotFound());
    getting("/backtests/whatever/trades.csv").andExpect(status().isBadRequest());
    assertThat(trainer.calls()).isEmpty();
  }

  @Test
  void shouldHandOnWhyAFileIsGone() throws Exception {
    trainer.failWith(
        new RelayedProblemException(
            404, Map.of("type", "urn:ml-trading:problem:not-found", "status", 404)));
    getting(BACKTEST + "/trades.csv")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:not-found"));
  }
}
