package com.aicashevolution.api.door;

import static com.aicashevolution.api.door.FakeBackground.READER;
import static com.aicashevolution.api.door.FakeBackground.SERVICE_KEY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.aicashevolution.api.FakeInference;
import com.aicashevolution.api.FakeJournal;
import com.aicashevolution.api.FakeRegistry;
import com.aicashevolution.api.FakeTrainer;
import com.aicashevolution.api.FakeWeights;
import com.aicashevolution.api.door.FakeBackground.FakeKeys;
import com.aicashevolution.api.traffic.RegistryWatch;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.model.ModelStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The front door on fakes: one context for all tests of the door, cleared before each. */
@SpringBootTest(
    classes = FakeBackground.class,
    properties = {
      "spring.application.name=front-door-test",
      "ml.security.service-key=" + SERVICE_KEY,
      "ml.traffic.poll-interval=1h",
      "ml.market.symbols=EURUSD,GBPUSD,XAUUSD"
    })
@AutoConfigureMockMvc
abstract class FrontDoor {

  static final String CHAMPION = "v20261115_020000";
  static final String CHALLENGER = "v20261116_020000";

  @Autowired MockMvc mvc;
  @Autowired ObjectMapper json;
  @Autowired FakeRegistry registry;
  @Autowired FakeJournal journal;
  @Autowired FakeWeights weights;
  @Autowired FakeInference inference;
  @Autowired FakeTrainer trainer;
  @Autowired FakeKeys keys;
  @Autowired RegistryWatch watch;
  @Autowired SettableClock clock;

  @BeforeEach
  void beginAnew() {
    registry.clear();
    journal.clear();
    weights.clear();
    inference.reset();
    trainer.reset();
    clock.set("2026-11-16T08:00:00Z");
    registry.add(CHAMPION, "global", ModelStatus.ACTIVE);
    registry.serve("global", CHAMPION, null, 0);
    watch.refresh();
  }

  static MockHttpServletRequestBuilder as(String key, MockHttpServletRequestBuilder it) {
    return it.header("X-API-Key", key);
  }

  final ResultActions posting(String key, String path, String body) throws Exception {
    return mvc.perform(as(key, post(path)).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  final ResultActions getting(String path) throws Exception {
    return mvc.perform(as(READER, get(path)));
  }
}
