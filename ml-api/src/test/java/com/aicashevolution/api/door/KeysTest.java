package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.OPERATOR;
import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys made and revoked over HTTP. */
class KeysTest extends FrontDoor {

  @Test
  void shouldMakeAKeyThatOpensTheDoorUntilItIsRevoked() throws Exception {
    String answer =
        posting(
                OPERATOR,
                "/keys",
                "{\"name\":\"mt5 demo\",\"role\":\"READ\",\"expires_in_days\":30}")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.key.expires_at").value("2026-12-16T08:00:00Z"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String key = json.readTree(answer).path("api_key").asText();
    String id = json.readTree(answer).at("/key/key_id").asText();

    mvc.perform(as(key, get("/signals"))).andExpect(status().isOk());
    mvc.perform(as(OPERATOR, get("/keys")))
        .andExpect(jsonPath("$.keys[0].name").value("mt5 demo"))
        .andExpect(content().string(not(containsString(key))));
    mvc.perform(as(OPERATOR, delete("/keys/" + id))).andExpect(status().isNoContent());
    clock.advance(java.time.Duration.ofSeconds(30));

    mvc.perform(as(key, get("/signals"))).andExpect(status().isUnauthorized());
    mvc.perform(as(OPERATOR, delete("/keys/" + id))).andExpect(status().isNotFound());
    assertThat(keys.changes())
        .contains(
            "create mt5 demo READ by holder of OPERATE", "revoke " + id + " by holder of OPERATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\":\"READ\"} | name",
        "{\"name\":\"\",\"role\":\"READ\"} | name",
        "{\"name\":\"a\\nb\",\"role\":\"READ\"} | name",
        "{\"name\":\"x\"} | role",
        "{\"name\":\"x\",\"role\":\"ADMIN\"} | role",
        "{\"name\":\"x\",\"role\":\"READ\",\"expires_in_days\":0} | expires_in_days",
      })
  void shouldRefuseAKeyThatIsNotSaid(String body, String field) throws Exception {
    posting(OPERATOR, "/keys", body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value(field));
  }

  @Test
  void shouldBeForOperatorsOnly() throws Exception {
    mvc.perform(as(PREDICTOR, get("/keys"))).andExpect(status().isForbidden());
    posting(PREDICTOR, "/keys", "{\"name\":\"x\",\"role\":\"OPERATE\"}")
        .andExpect(status().isForbidden());
    mvc.perform(as(PREDICTOR, delete("/keys/key_1"))).andExpect(status().isForbidden());
  }
}
