package com.aicashevolution.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormTest {

  private static ValueForm form(String name) {
    return switch (name) {
      case "whole" -> ValueForm.WHOLE_NUMBER;
      case "number" -> ValueForm.NUMBER;
      case "port" -> ValueForm.PORT;
      case "flag" -> ValueForm.FLAG;
      case "duration" -> ValueForm.DURATION;
      case "http" -> ValueForm.HTTP_URL;
      case "redis" -> ValueForm.REDIS_URL;
      case "symbols" -> ValueForm.SYMBOLS;
      case "key" -> ValueForm.SERVICE_KEY;
      case "ratio" -> ValueForm.RATIO;
      case "otlp" -> ValueForm.OTLP_ENDPOINT;
      case "log" -> ValueForm.LOG_FORMAT;
      case "choice" -> ValueForm.oneOf("simulated", "none");
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "whole, 10, 10",
    "whole, -3, -3",
    "number, 0.55, 0.55",
    "port, 0, 0",
    "port, 65535, 65535",
    "flag, TRUE, true",
    "flag, 1, true",
    "flag, off, false",
    "duration, 3600, PT1H",
    "duration, 60s, PT1M",
    "duration, 5m, PT5M",
    "duration, PT1H, PT1H",
    "http, http://ml-trainer.railway.internal:8081/, http://ml-trainer.railway.internal:8081",
    "http, https://example.com, https://example.com",
    "redis, rediss://:p@host:6379/1, rediss://:p@host:6379/1",
    "symbols, 'EURUSD, GBPUSD,EURUSD', 'EURUSD,GBPUSD'",
    "key, 0123456789abcdef0123456789abcdef, 0123456789abcdef0123456789abcdef",
    "choice, Simulated, simulated",
    "ratio, 0, 0",
    "ratio, 1.0, 1.0",
    "otlp, http://alloy:4318/, http://alloy:4318/v1/traces",
    "log, ECS, ecs",
    "log, plain, ''",
  })
  void readsWhatPeopleWrite(String form, String text, String expected) {
    assertThat(form(form).read().apply(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "whole, ten",
    "whole, 1.5",
    "number, NaN",
    "number, 1e999",
    "number, many",
    "port, -1",
    "port, 65536",
    "port, http",
    "flag, maybe",
    "duration, soon",
    "duration, -5s",
    "http, ml-trainer:8081",
    "http, ftp://example.com",
    "http, http://",
    "http, 'http://a b'",
    "redis, http://host",
    "symbols, EUR_USD",
    "symbols, 'EURUSD,,GBPUSD'",
    "key, short",
    "choice, oanda",
    "ratio, 1.01",
    "ratio, -0.1",
    "ratio, NaN",
    "otlp, alloy:4318",
    "log, json",
  })
  void refusesWhatItCannotRead(String form, String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> form(form).read().apply(text));
  }
}
