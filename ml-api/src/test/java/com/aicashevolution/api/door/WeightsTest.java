package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.platform.weights.WeightsWatch;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The weights in force, their history, and wishes for better ones. */
class WeightsTest extends FrontDoor {

  private static final Instant STORED = Instant.parse("2026-11-16T07:59:00Z");

  @Autowired WeightsWatch weightsWatch;

  @BeforeEach
  void readThemOnce() {
    weightsWatch.refresh();
  }

  @Test
  void shouldShowNeutralWeightsAndWhatTheChampionUses() throws Exception {
    getting("/weights")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.line").value("global"))
        .andExpect(jsonPath("$.weights_version").value("neutral"))
        .andExpect(jsonPath("$.age_seconds").isEmpty())
        .andExpect(jsonPath("$.model_version").value(CHAMPION))
        .andExpect(jsonPath("$.weights.length()").value(17))
        .andExpect(jsonPath("$.weights[0].indicator_name").value("adx_value"))
        .andExpect(jsonPath("$.weights[0].current_weight").value(1.0))
        .andExpect(jsonPath("$.weights[0].importance").value(2.0 / 18))
        .andExpect(jsonPath("$.weights[1].importance").value(1.0 / 18))
        .andExpect(jsonPath("$.stale").value(false));
  }

  @Test
  void shouldShowTheVersionInForceWithItsAge() throws Exception {
    weights.add("w20261116_075900", "global", 0.75, STORED);
    weightsWatch.refresh();

    getting("/weights?line=global")
        .andExpect(jsonPath("$.weights_version").value("w20261116_075900"))
        .andExpect(jsonPath("$.age_seconds").value(60))
        .andExpect(jsonPath("$.improvement_score").value(0.125))
        .andExpect(jsonPath("$.basis").value("predictions"))
        .andExpect(jsonPath("$.weights[16].current_weight").value(0.75));
    getting("/weights?line=metal").andExpect(jsonPath("$.weights_version").value("neutral"));
  }

  @Test
  void shouldGoOnWithTheLastKnownAndSayWhenTheyAreStale() throws Exception {
    weights.add("w20261116_075900", "global", 0.75, STORED);
    weightsWatch.refresh();
    weights.connection().lose();
    weightsWatch.refresh();

    clock.set("2026-11-16T08:05:00Z");
    getting("/weights")
        .andExpect(jsonPath("$.weights_version").value("w20261116_075900"))
        .andExpect(jsonPath("$.stale").value(false));
    clock.set("2026-11-16T08:05:01Z");
    getting("/weights").andExpect(status().isOk()).andExpect(jsonPath("$.stale").value(true));
    getting("/weights/history").andExpect(status().isServiceUnavailable());
  }

  @Test
  void shouldTellTheHistoryNewestFirst() throws Exception {
    weights.add("w20261115_000000", "global", 0.9, STORED.minusSeconds(86_400));
    weights.add("w20261116_075900", "global", 0.75, STORED);

    getting("/weights/history?line=global&limit=1")
        .andExpect(jsonPath("$.count").value(1))
        .andExpect(jsonPath("$.weights[0].weights_version").value("w20261116_075900"))
        .andExpect(jsonPath("$.weights[0].improvement.fitted").value(300))
        .andExpect(jsonPath("$.weights[0].weights.rsi_value").value(0.75));
  }

  @Test
  void shouldHandWishesOnAndShowTheNewWeightsAtOnce() throws Exception {
    weights.add("w20261116_075900", "global", 0.75, STORED);

    posting(OPERATOR, "/weights/optimize", "{\"line\":\"global\"}").andExpect(status().isOk());

    assertThat(trainer.calls()).containsExactly("SEARCH /weights/optimize {\"line\":\"global\"}");
    getting("/weights").andExpect(jsonPath("$.weights_version").value("w20261116_075900"));
    posting(OPERATOR, "/weights/reset", "{\"reason\":\"drill\"}").andExpect(status().isOk());
    assertThat(trainer.calls().getLast())
        .isEqualTo("POST /weights/reset {} {\"reason\":\"drill\"}");
  }

  @Test
  void shouldRefuseNamesThatAreNoneAndReadersWhoWouldChange() throws Exception {
    getting("/weights?line=nonsense")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("line"));
    getting("/weights/history?limit=0").andExpect(status().isBadRequest());
    posting(READER, "/weights/optimize", "{}").andExpect(status().isForbidden());
    posting(READER, "/weights/reset", "{}").andExpect(status().isForbidden());
    mvc.perform(get("/weights")).andExpect(status().isUnauthorized());
    assertThat(trainer.calls()).isEmpty();
  }
}
