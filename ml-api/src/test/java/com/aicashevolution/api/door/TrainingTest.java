package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aicashevolution.platform.problem.RelayedProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Training, handed on to the trainer. */
class TrainingTest extends FrontDoor {

  @Test
  void shouldHandARequestOnAsItCame() throws Exception {
    JsonNode queued = json.readTree("{\"status\":\"queued\",\"training_id\":\"training_1\"}");
    trainer.answerWith(202, queued);

    posting(OPERATOR, "/train?force_retrain=true", "{\"seed\":7}")
        .andExpect(status().isAccepted())
        .andExpect(content().json(queued.toString()));
    mvc.perform(as(OPERATOR, post("/train"))).andExpect(status().isAccepted());

    assertThat(trainer.calls())
        .containsExactly("POST /train {force_retrain=true} {\"seed\":7}", "POST /train {} ");
  }

  @Test
  void shouldHandOnThatOneRunsAlready() throws Exception {
    trainer.failWith(
        new RelayedProblemException(
            409, Map.of("type", "urn:ml-trading:problem:training-in-progress", "status", 409)));

    mvc.perform(as(OPERATOR, post("/train")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:training-in-progress"));
  }

  @Test
  void shouldNeedAnOperatorsKeyToChangeAndAReadersToLook() throws Exception {
    mvc.perform(as(PREDICTOR, post("/train"))).andExpect(status().isForbidden());
    mvc.perform(as(PREDICTOR, post("/training/training_20261121_020000/cancel")))
        .andExpect(status().isForbidden());
    getting("/training-status").andExpect(status().isOk());
    assertThat(trainer.calls()).containsExactly("GET /training-status {}");
  }

  @Test
  void shouldAskForOneRun() throws Exception {
    getting("/training-status?training_id=training_20261121_020000").andExpect(status().isOk());
    mvc.perform(as(OPERATOR, post("/training/training_20261121_020000/cancel")))
        .andExpect(status().isOk());

    assertThat(trainer.calls())
        .containsExactly(
            "GET /training-status {training_id=training_20261121_020000}",
            "POST /training/training_20261121_020000/cancel {} ");
  }

  @Test
  void shouldNotPutAnythingButAnIdIntoAnAddress() throws Exception {
    getting("/training-status?training_id=../models").andExpect(status().isBadRequest());
    mvc.perform(as(OPERATOR, post("/training/whatever/cancel"))).andExpect(status().isBadRequest());
    assertThat(trainer.calls()).isEmpty();
  }

  @Test
  void shouldStreamTheStatus() throws Exception {
    var started =
        getting("/training-status/stream").andExpect(request().asyncStarted()).andReturn();

    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(started.getResponse().getContentAsString())
                    .contains("event:status", "\"status\":\"idle\""));
    // whoever stays is asked for, also while the next test counts the trainer's calls
    requireNonNull(started.getRequest().getAsyncContext()).complete();
  }
}
