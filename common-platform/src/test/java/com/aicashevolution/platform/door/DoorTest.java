package com.aicashevolution.platform.door;

import static com.aicashevolution.platform.door.Door.PREDICTOR;
import static com.aicashevolution.platform.door.Door.READER;
import static com.aicashevolution.platform.door.Door.SERVICE_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(
    classes = Door.class,
    properties = {"ml.security.service-key=" + SERVICE_KEY, "spring.main.banner-mode=off"})
@AutoConfigureMockMvc
class DoorTest {

  @Autowired private MockMvc mvc;

  private static MockHttpServletRequestBuilder as(String key, MockHttpServletRequestBuilder it) {
    return it.header("X-API-Key", key);
  }

  private MockHttpServletRequestBuilder posting(String body) {
    return as(PREDICTOR, post("/things")).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private static String thing(String members) {
    return "{\"symbol\":\"EURUSD\",\"timeframe\":\"H1\",\"price\":1.1,\"count\":3,\"open\":true"
        + (members.isEmpty() ? "" : "," + members)
        + "}";
  }

  @Nested
  class Keys {

    @ParameterizedTest
    @ValueSource(
        strings = {"/things/EURUSD", "/metrics", "/health/detailed", "/nowhere", "/v3/api-docs"})
    void shouldAnswer401WithoutAKey(String path) throws Exception {
      mvc.perform(get(path))
          .andExpect(status().isUnauthorized())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:unauthenticated"))
          .andExpect(jsonPath("$.request_id").isNotEmpty());
    }

    @Test
    void shouldAnswer401ToAKeyNobodyGave() throws Exception {
      mvc.perform(as("mlk_" + "x".repeat(43), get("/things/EURUSD")))
          .andExpect(status().isUnauthorized())
          .andExpect(header().string("WWW-Authenticate", "Bearer"));
      mvc.perform(as("nonsense", get("/health"))).andExpect(status().isUnauthorized());
    }

    @Test
    void shouldAcceptABearerTokenLikeTheHeader() throws Exception {
      mvc.perform(get("/whoami").header("Authorization", "Bearer " + READER))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.role").value("READ"));
    }

    @Test
    void shouldAcceptAPasswordForDocumentationOnly() throws Exception {
      String basic =
          "Basic "
              + java.util.Base64.getEncoder()
                  .encodeToString(
                      ("me:" + READER).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      mvc.perform(get("/v3/api-docs").header("Authorization", basic)).andExpect(status().isOk());
      mvc.perform(get("/whoami").header("Authorization", basic))
          .andExpect(status().isUnauthorized());
    }

    @Test
    void shouldRefuseARoleTooLowNamingTheOneNeeded() throws Exception {
      mvc.perform(
              as(READER, post("/things"))
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(thing("")))
          .andExpect(status().isForbidden())
          .andExpect(jsonPath("$.required_role").value("PREDICT"));
      mvc.perform(as(PREDICTOR, post("/things/EURUSD/promote?trafficPercentage=1")))
          .andExpect(status().isForbidden());
    }

    @Test
    void shouldLetAHigherRoleDoWhatALowerMay() throws Exception {
      mvc.perform(as(PREDICTOR, get("/things/EURUSD"))).andExpect(status().isOk());
    }

    @Test
    void shouldBelieveTheActorOfAServiceOnly() throws Exception {
      mvc.perform(as(SERVICE_KEY, get("/whoami")).header("X-Actor", "alice"))
          .andExpect(jsonPath("$.key_id").value("service"))
          .andExpect(jsonPath("$.role").value("OPERATE"))
          .andExpect(jsonPath("$.actor").value("alice"));
      mvc.perform(as(READER, get("/whoami")).header("X-Actor", "alice"))
          .andExpect(jsonPath("$.actor").value("a READ"));
    }

    @Test
    void shouldSendSecurityHeadersAndNoCookie() throws Exception {
      mvc.perform(as(READER, get("/things/EURUSD")))
          .andExpect(header().string("X-Content-Type-Options", "nosniff"))
          .andExpect(header().string("X-Frame-Options", "DENY"))
          .andExpect(header().string("Cache-Control", containsString("no-store")))
          .andExpect(header().doesNotExist("Set-Cookie"));
    }
  }

  @Nested
  class Routes {

    @Test
    void shouldTellAKnownCallerThatNothingIsThere() throws Exception {
      mvc.perform(as(READER, get("/nowhere")))
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:not-found"));
    }

    @Test
    void shouldTellAKnownCallerWhichMethodsThereAre() throws Exception {
      mvc.perform(as(SERVICE_KEY, delete("/things/EURUSD")))
          .andExpect(status().isMethodNotAllowed())
          .andExpect(header().string("Allow", "GET"));
    }

    @Test
    void shouldAnswerHeadWhereGetIsAllowed() throws Exception {
      mvc.perform(as(READER, head("/things/EURUSD"))).andExpect(status().isOk());
    }

    @Test
    void shouldNotOpenARouteToATrickedPath() throws Exception {
      for (String path : new String[] {"/things//EURUSD", "/things/EURUSD;x=1", "/%2e%2e/things"}) {
        mvc.perform(as(READER, get(java.net.URI.create(path))))
            .andExpect(status().is4xxClientError())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
      }
    }
  }

  @Nested
  class RequestIds {

    @Test
    void shouldReturnTheCallersId() throws Exception {
      mvc.perform(as(READER, get("/boom")).header("X-Request-ID", "my-request-1"))
          .andExpect(header().string("X-Request-ID", "my-request-1"))
          .andExpect(jsonPath("$.request_id").value("my-request-1"));
    }

    @Test
    void shouldReplaceAnIdThatCouldForgeALogLine() throws Exception {
      String sent = "evil\tid with spaces";
      mvc.perform(as(READER, get("/whoami")).header("X-Request-ID", sent))
          .andExpect(header().string("X-Request-ID", not(sent)))
          .andExpect(
              header()
                  .string("X-Request-ID", org.hamcrest.Matchers.matchesPattern("[0-9a-f-]{36}")));
    }
  }

  @Nested
  class Bodies {

    @Test
    void shouldReadAndWriteSnakeCaseAndInstants() throws Exception {
      mvc.perform(posting(thing("\"at\":\"2026-11-21T08:00:00Z\",\"indicators\":{\"rsi\":65}")))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.symbol").value("EURUSD"))
          .andExpect(jsonPath("$.at").value("2026-11-21T08:00:00Z"))
          .andExpect(jsonPath("$.indicators.rsi").value(65.0));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"bid\":NaN | bid | must be a finite number",
          "\"bid\":1e999 | bid | must be a finite number",
          "\"bid\":-1e999 | bid | must be a finite number",
          "\"ask\":1e300 | ask | must be a finite number",
          "\"bid\":\"1.5\" | bid | must be a finite number",
          "\"bid\":\"NaN\" | bid | must be a finite number",
          "\"bid\":{} | bid | must be a finite number",
          "\"bid\":true | bid | must be a finite number",
          "\"indicators\":{\"rsi_value\":1e999} | indicators.rsi_value | must be a finite number",
          "\"indicators\":[] | indicators | must be an object",
          "\"counts\":[1,2.5] | counts[1] | must be a whole number",
          "\"at\":\"yesterday\" | at | must be an instant such as 2026-11-21T08:00:00Z",
          "\"note\":7 | note | must be a string",
          "\"prise\":7 | prise | is not a known field",
        })
    void shouldRefuseAFieldByItsName(String member, String field, String message) throws Exception {
      mvc.perform(posting(thing(member)))
          .andExpect(status().isBadRequest())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:invalid-request"))
          .andExpect(jsonPath("$.field").value(field))
          .andExpect(jsonPath("$.detail").value(containsString(message)))
          .andExpect(content().string(not(containsString("jackson"))))
          .andExpect(content().string(not(containsString("com.aicashevolution"))));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'{\"symbol\":\"EUR\"}' | symbol must be six upper-case letters such as EURUSD, was 'EUR'",
          "'{\"symbol\":7}' | symbol must be a string",
          "'{\"timeframe\":\"H2\"}' | timeframe must be one of M5, M15, M30, H1, H4, D1",
          "'{\"timeframe\":2}' | timeframe must be one of M5, M15, M30, H1, H4, D1",
          "'{\"price\":null}' | price must be",
          "'{\"symbol\":\"EURUSD\",\"symbol\":\"GBPUSD\"}' | Duplicate field 'symbol'",
          "'{\"symbol\":\"EURUSD\"' | The body is not JSON",
          "'{\"symbol\":EURUSD}' | The body is not JSON",
          "'not json' | The body is not JSON",
          "'[]' | The body must be an object",
          "'7' | The body must be an object",
          "'' | A JSON body is required",
          "'null' | A JSON body is required",
        })
    void shouldSayWhatIsWrongWithABody(String body, String sentence) throws Exception {
      mvc.perform(posting(body))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.detail").value(containsString(sentence)))
          .andExpect(content().string(not(containsString("com.aicashevolution"))));
    }

    @Test
    void shouldRefuseGarbageBehindTheBody() throws Exception {
      mvc.perform(posting(thing("") + " {}")).andExpect(status().isBadRequest());
    }

    @Test
    void shouldRefuseNestingTooDeep() throws Exception {
      mvc.perform(posting("{\"note\":" + "[".repeat(40) + "]".repeat(40) + "}"))
          .andExpect(status().isBadRequest());
      mvc.perform(posting("[".repeat(100_000))).andExpect(status().isBadRequest());
    }

    @Test
    void shouldNameEveryFieldThatBreaksItsBounds() throws Exception {
      mvc.perform(posting(thing("").replace("\"count\":3", "\"count\":11")))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.field").value("count"))
          .andExpect(jsonPath("$.errors[0].message").value("must be less than or equal to 10"));
    }

    @Test
    void shouldRefuseABodyOverOneMebibyte() throws Exception {
      mvc.perform(posting(thing("\"note\":\"" + "x".repeat(1 << 20) + "\"")))
          .andExpect(status().isPayloadTooLarge())
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:payload-too-large"))
          .andExpect(jsonPath("$.request_id").isNotEmpty());
    }

    @Test
    void shouldRefuseAnotherMediaType() throws Exception {
      mvc.perform(as(PREDICTOR, post("/things")).contentType(MediaType.TEXT_XML).content("<a/>"))
          .andExpect(status().isUnsupportedMediaType());
    }
  }

  @Nested
  class Parameters {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/things/EUR | symbol | six upper-case letters",
          "/things/EURUSD?timeframe=H2 | timeframe | must be one of M5, M15",
          "/things/EURUSD?limit=many | limit | must be a whole number",
          "/things/EURUSD?limit=0 | limit | must be greater than or equal to 1",
          "/things/EURUSD?limit=257 | limit | must be less than or equal to 256",
        })
    void shouldNameTheParameter(String path, String field, String message) throws Exception {
      mvc.perform(as(READER, get(path)))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.field").value(field))
          .andExpect(jsonPath("$.detail").value(containsString(message)));
    }

    @Test
    void shouldNameAParameterThatIsMissing() throws Exception {
      mvc.perform(as(SERVICE_KEY, post("/things/EURUSD/promote")))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.field").value("trafficPercentage"));
    }
  }

  @Nested
  class Failures {

    @Test
    void shouldNotTellWhatBroke() throws Exception {
      String body =
          mvc.perform(as(READER, get("/boom")))
              .andExpect(status().isInternalServerError())
              .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:internal"))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(body).doesNotContain("secret detail", "Exception", "trace");
    }

    @Test
    void shouldTellAProblemWhateverIsAccepted() throws Exception {
      mvc.perform(as(READER, get("/problem")).accept(MediaType.TEXT_EVENT_STREAM))
          .andExpect(status().isServiceUnavailable())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.type").value("urn:ml-trading:problem:model-not-serving"));
    }
  }

  @Nested
  class Observability {

    @Test
    void shouldTellItsHealthToAnybody() throws Exception {
      mvc.perform(get("/health"))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.status").value("healthy"))
          .andExpect(jsonPath("$.timestamp").isNotEmpty());
      mvc.perform(get("/health/live")).andExpect(status().isOk());
      mvc.perform(get("/health/ready")).andExpect(jsonPath("$.status").value("ready"));
    }

    @Test
    void shouldTellItsDependenciesToKeyHolders() throws Exception {
      mvc.perform(as(READER, get("/health/detailed")))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.dependencies").isMap());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "*/* | text/plain",
          "text/plain | text/plain",
          "application/openmetrics-text;version=1.0.0,text/plain;q=0.5,*/*;q=0.1"
              + " | application/openmetrics-text",
          "application/json | application/json",
          "application/json, */*;q=0.1 | application/json",
          "nonsense | text/plain",
        })
    void shouldSpeakToScrapersAndToPeople(String accept, String type) throws Exception {
      mvc.perform(as(READER, get("/metrics")).header("Accept", accept))
          .andExpect(status().isOk())
          .andExpect(content().contentTypeCompatibleWith(type));
    }

    @Test
    void shouldCountWhatCallersWereTold() throws Exception {
      mvc.perform(as(READER, get("/problem")));
      mvc.perform(as(READER, get("/metrics")))
          .andExpect(
              content()
                  .string(
                      org.hamcrest.Matchers.matchesPattern(
                          "(?s).*errors_total\\{error_type=\"model-not-serving\"} [1-9].*")));
    }

    @Test
    void shouldSummariseTheProcessAsJson() throws Exception {
      mvc.perform(as(READER, get("/metrics")).accept(MediaType.APPLICATION_JSON))
          .andExpect(jsonPath("$.system_metrics.heap_used_bytes").isNumber());
    }
  }
}
