package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.READER;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.api.FakeJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The latest signals and the journal behind them. */
class SignalsTest extends FrontDoor {

  @Test
  void shouldShowEverySymbolInTheConfiguredOrderWithItsAgeOrNull() throws Exception {
    journal.append(
        java.util.List.of(
            FakeJournal.buy("GBPUSD", "2026-11-16T07:00:00Z", "2026-11-16T08:00:01Z")));
    clock.set("2026-11-16T08:01:31.500Z");

    getting("/signals")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.count").value(3))
        .andExpect(jsonPath("$.predicted").value(1))
        .andExpect(jsonPath("$.degraded").value(false))
        .andExpect(jsonPath("$.signals[*].symbol").value(contains("EURUSD", "GBPUSD", "XAUUSD")))
        .andExpect(jsonPath("$.signals[0].prediction").value((Object) null))
        .andExpect(jsonPath("$.signals[1].prediction.direction").value("BUY"))
        .andExpect(jsonPath("$.signals[1].prediction.confidence").value(83.21))
        .andExpect(jsonPath("$.signals[1].prediction.probabilities.BUY").value(83.21))
        .andExpect(jsonPath("$.signals[1].prediction.probabilities.HOLD").value(6.79))
        .andExpect(jsonPath("$.signals[1].prediction.position_multiplier").value(1.5))
        .andExpect(jsonPath("$.signals[1].prediction.risk_level").value("LOW"))
        .andExpect(jsonPath("$.signals[1].simulated").value(true))
        .andExpect(jsonPath("$.signals[1].as_of").value("2026-11-16T07:00:00Z"))
        .andExpect(jsonPath("$.signals[1].age_seconds").value(90.5))
        .andExpect(jsonPath("$.signals[1].current").value(true));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T07:00:00Z, 2026-11-16T08:59:59Z, true",
    "2026-11-16T07:00:00Z, 2026-11-16T09:00:00Z, false",
    // the last bar of the week stays current until the next week's first bar has closed
    "2026-11-20T21:00:00Z, 2026-11-22T12:00:00Z, true",
    "2026-11-20T21:00:00Z, 2026-11-23T09:00:00Z, false",
  })
  void shouldSayWhetherANewerBarHasClosed(String asOf, String now, boolean current)
      throws Exception {
    journal.append(java.util.List.of(FakeJournal.buy("EURUSD", asOf, asOf)));
    clock.set(now);

    getting("/signals/EURUSD").andExpect(jsonPath("$.current").value(current));
  }

  @Test
  void shouldShowWhatItReadLastWhileTheJournalIsLost() throws Exception {
    journal.append(
        java.util.List.of(
            FakeJournal.buy("EURUSD", "2026-11-16T07:00:00Z", "2026-11-16T08:00:01Z")));
    getting("/signals").andExpect(jsonPath("$.degraded").value(false));
    journal.connection().lose();

    getting("/signals")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.degraded").value(true))
        .andExpect(jsonPath("$.predicted").value(1));
  }

  @Test
  void shouldSayThatASymbolIsNotTraded() throws Exception {
    getting("/signals/USDJPY").andExpect(status().isNotFound());
    getting("/signals/eur").andExpect(status().isBadRequest());
    getting("/signals?timeframe=H2").andExpect(status().isBadRequest());
  }

  @Test
  void shouldShowAJournalRowAndItsWindowWhenAsked() throws Exception {
    var entry = FakeJournal.buy("EURUSD", "2026-11-16T07:00:00Z", "2026-11-16T08:00:01Z");
    journal.append(java.util.List.of(entry));

    getting("/predictions/" + entry.predictionId())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.model_version").value(CHAMPION))
        .andExpect(jsonPath("$.imputed").value(contains("vwap")))
        .andExpect(jsonPath("$.raw_probabilities.buy").value(0.8321))
        .andExpect(jsonPath("$.window").value((Object) null));
    getting("/predictions/" + entry.predictionId() + "?include_window=true")
        .andExpect(jsonPath("$.window.length()").value(20))
        .andExpect(jsonPath("$.window[19].length()").value(17));
    getting("/predictions/00000000-0000-0000-0000-000000000000").andExpect(status().isNotFound());
    getting("/predictions/7").andExpect(status().isBadRequest());
  }

  @Test
  void shouldHandOnTheReplayOfAPrediction() throws Exception {
    String id = "019a9c00-0000-7000-8000-000000000001";

    posting(READER, "/predictions/" + id + "/replay", "")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.prediction_id").value(id))
        .andExpect(jsonPath("$.result").value("identical"));
    posting(READER, "/predictions/7/replay", "").andExpect(status().isBadRequest());
    getting("/predictions/" + id + "/replay").andExpect(status().isMethodNotAllowed());
    getting("/predictions/" + id + "/explanation")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.prediction_id").value(id));
  }
}
