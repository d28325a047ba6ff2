package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** Many predictions in one request. */
class PredictingManyTest extends FrontDoor {

  private ResultActions predict(String body) throws Exception {
    return posting(PREDICTOR, "/batch-predict", body);
  }

  @Test
  void shouldAnswerInTheOrderOfTheRequests() throws Exception {
    predict("[{\"symbol\":\"XAUUSD\"},{\"symbol\":\"EURUSD\"}]")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.success").value(true))
        .andExpect(jsonPath("$.total_requests").value(2))
        .andExpect(jsonPath("$.successful_predictions").value(2))
        .andExpect(jsonPath("$.failed_predictions").value(0))
        .andExpect(jsonPath("$.results[*].symbol").value(contains("XAUUSD", "EURUSD")))
        .andExpect(jsonPath("$.errors").isEmpty());
  }

  @Test
  void shouldListWhatIsWrongWithOneAndAnswerTheOthers() throws Exception {
    inference.refuse("GBPUSD");

    predict(
            "[{\"symbol\":\"EURUSD\"},{\"symbol\":\"NOSUCH\"},{\"symbol\":\"GBPUSD\"},7,"
                + "{\"symbol\":\"EURUSD\",\"indicators\":{\"vwap\":1e999}},"
                + "{\"symbol\":\"XAUUSD\",\"timeframe\":\"D1\"},{\"symbol\":\"XAUUSD\"}]")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.success").value(false))
        .andExpect(jsonPath("$.total_requests").value(7))
        .andExpect(jsonPath("$.successful_predictions").value(2))
        .andExpect(jsonPath("$.failed_predictions").value(5))
        .andExpect(jsonPath("$.results[*].index").value(contains(0, 6)))
        .andExpect(jsonPath("$.results[*].symbol").value(contains("EURUSD", "XAUUSD")))
        .andExpect(jsonPath("$.errors[*].index").value(contains(1, 2, 3, 4, 5)))
        .andExpect(jsonPath("$.errors[0].symbol").value("NOSUCH"))
        .andExpect(jsonPath("$.errors[0].error").value(containsString("must be one of")))
        .andExpect(jsonPath("$.errors[1].type").value("urn:ml-trading:problem:not-enough-history"))
        .andExpect(jsonPath("$.errors[1].error").value("123 candles are stored, 419 are needed"))
        .andExpect(jsonPath("$.errors[3].field").value("indicators.vwap"))
        .andExpect(jsonPath("$.errors[4].type").value("urn:ml-trading:problem:model-not-serving"));
  }

  @Test
  void shouldNotAskAnybodyWhenNothingIsLegal() throws Exception {
    inference.failWith(new IllegalStateException("must not be asked"));

    predict("[{\"symbol\":\"NOSUCH\"}]")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.failed_predictions").value(1));
  }

  @Test
  void shouldTakeAtMost256Requests() throws Exception {
    String one = "{\"symbol\":\"EURUSD\"}";
    predict("[" + String.join(",", Collections.nCopies(256, one)) + "]")
        .andExpect(jsonPath("$.successful_predictions").value(256));
    predict("[" + String.join(",", Collections.nCopies(257, one)) + "]")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value("body must have 1 to 256 requests, had 257"));
    predict("[]").andExpect(status().isBadRequest());
    predict("{}").andExpect(status().isBadRequest());
  }

  @Test
  void shouldFailAsAWholeWhenTheServiceBehindIsAway() throws Exception {
    inference.failWith(new ProblemException(ProblemType.UNAVAILABLE, "away"));

    predict("[{\"symbol\":\"EURUSD\"}]").andExpect(status().isServiceUnavailable());
  }
}
