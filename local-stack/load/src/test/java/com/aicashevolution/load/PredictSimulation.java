package com.aicashevolution.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.arrayFeeder;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Ten to fifty users with think time: five predictions, then a page of signals. */
public final class PredictSimulation extends Simulation {

  private static final int USERS = Integer.getInteger("users", 50);
  private static final Duration HOLD = Duration.ofSeconds(Integer.getInteger("seconds", 120));

  private final HttpProtocolBuilder protocol =
      http.baseUrl(environment("ML_API_URL", "http://127.0.0.1:8080"))
          .header("X-API-Key", environment("ML_API_KEY", ""))
          .contentTypeHeader("application/json")
          .acceptHeader("application/json")
          .shareConnections();

  private final FeederBuilder<Object> symbols =
      arrayFeeder(
              Arrays.stream(
                      environment(
                              "LOAD_SYMBOLS",
                              "EURUSD,GBPUSD,USDJPY,USDCHF,AUDUSD,USDCAD,NZDUSD,EURGBP,EURJPY,"
                                  + "XAUUSD,BTCUSD")
                          .split(",", -1))
                  .<Map<String, Object>>map(symbol -> Map.of("symbol", symbol))
                  .<Map<String, Object>>toArray(PredictSimulation::maps))
          .random();

  private final ScenarioBuilder trader =
      scenario("trader")
          .exec(
              repeat(5)
                  .on(
                      feed(symbols)
                          .exec(
                              http("predict")
                                  .post("/predict")
                                  .body(StringBody("{\"symbol\":\"#{symbol}\"}"))
                                  .check(status().is(200), jsonPath("$.model_version").exists()))
                          .pause(Duration.ofMillis(500), Duration.ofMillis(1500))))
          .exec(exec(http("signals").get("/signals").check(status().is(200))));

  /** Ramp from ten users, hold, and judge. */
  public PredictSimulation() {
    setUp(
            trader.injectClosed(
                rampConcurrentUsers(10).to(USERS).during(Duration.ofSeconds(30)),
                constantConcurrentUsers(USERS).during(HOLD)))
        .protocols(protocol)
        .assertions(
            global().failedRequests().percent().lt(0.1),
            details("predict").responseTime().percentile(95).lt(100),
            details("predict").responseTime().percentile(99).lt(250));
  }

  private static String environment(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).orElse(otherwise);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object>[] maps(int length) {
    return (Map<String, Object>[]) new Map<?, ?>[length];
  }
}
