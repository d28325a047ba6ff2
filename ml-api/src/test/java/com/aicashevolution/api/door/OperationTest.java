package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.PREDICTOR;
import static com.aicashevolution.api.door.FakeBackground.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Health, metrics and the description of the routes. */
class OperationTest extends FrontDoor {

  @Test
  void shouldTellItsState() throws Exception {
    mvc.perform(get("/health"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.symbols").value(3))
        .andExpect(jsonPath("$.champions").value(1))
        .andExpect(jsonPath("$.registry_lost").value(false));
  }

  @Test
  void shouldSummariseTheLastHour() throws Exception {
    posting(PREDICTOR, "/predict", "{\"symbol\":\"EURUSD\"}");

    mvc.perform(as(READER, get("/metrics")).accept(MediaType.APPLICATION_JSON))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total_predictions").isNumber())
        .andExpect(jsonPath("$.avg_processing_time_ms").isNumber())
        .andExpect(jsonPath("$.cache_hit_rate").isNumber())
        .andExpect(jsonPath("$.error_rate").isNumber())
        .andExpect(jsonPath("$.top_symbols[0].symbol").isNotEmpty())
        .andExpect(jsonPath("$.system_metrics").isMap());
  }

  @Test
  void shouldDescribeEveryRouteInSnakeCase() throws Exception {
    String description =
        getting("/v3/api-docs")
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();

    JsonNode document = json.readTree(description);
    assertThat(document.path("paths").has("/batch-predict")).isTrue();
    assertThat(document.at("/components/schemas/PredictionRequest/properties").has("user_id"))
        .isTrue();
    assertThat(document.at("/components/schemas/PredictionRequest/properties/symbol/type").asText())
        .isEqualTo("string");
  }
}
