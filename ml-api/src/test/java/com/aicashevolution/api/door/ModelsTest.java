package com.aicashevolution.api.door;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.model.ModelStatus;
import org.junit.jupiter.api.Test;

/** Versions and their traffic. */
class ModelsTest extends FrontDoor {

  @Test
  void shouldListVersionsNewestFirstWithTheirPart() throws Exception {
    registry.add(CHALLENGER, "global", ModelStatus.CANDIDATE);
    registry.serve("global", CHAMPION, CHALLENGER, 10);

    getting("/models")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.count").value(2))
        .andExpect(jsonPath("$.models[*].model_version").value(contains(CHALLENGER, CHAMPION)))
        .andExpect(jsonPath("$.models[*].alias").value(contains("challenger", "champion")))
        .andExpect(jsonPath("$.models[*].traffic_percentage").value(contains(10, 90)))
        .andExpect(jsonPath("$.models[0].metrics.accuracy").value(0.61))
        .andExpect(jsonPath("$.models[0].metrics.majority_baseline").value(0.4))
        .andExpect(jsonPath("$.models[0].gate.passed").value(true));
    getting("/models?limit=1").andExpect(jsonPath("$.count").value(1));
  }

  @Test
  void shouldShowOneVersionOrSayThatThereIsNone() throws Exception {
    getting("/models/" + CHAMPION)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("ACTIVE"));
    getting("/models/" + CHALLENGER)
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.detail").value("There is no model version " + CHALLENGER));
  }

  @Test
  void shouldShowWhatHappenedToTraffic() throws Exception {
    registry.addRollout(CHAMPION, "registered", 100);
    registry.addRollout(CHALLENGER, "promoted", 25);

    getting("/rollouts")
        .andExpect(jsonPath("$.count").value(2))
        .andExpect(jsonPath("$.rollouts[0].version").value(CHALLENGER))
        .andExpect(jsonPath("$.rollouts[0].traffic_percentage").value(25))
        .andExpect(jsonPath("$.rollouts[0].actor").value("alice"));
  }

  @Test
  void shouldSayThatTheDatabaseIsLostAndNothingMore() throws Exception {
    registry.connection().lose();

    getting("/models")
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:unavailable"))
        .andExpect(content().string(not(containsString("lost for the test"))));
  }
}
