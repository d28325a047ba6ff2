package com.aicashevolution.platform.observability.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFieldsTest {

  private static LoggingEvent event(Map<String, String> thread, String message, Object... values) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent("test", context.getLogger("test"), Level.INFO, message, null, values);
    event.setMDCPropertyMap(thread);
    return event;
  }

  @Test
  void liftsTheNamesOfLogFieldAndNoOthers() {
    assertThat(
            EventFields.of(
                event(
                    Map.of(),
                    "event=model_loaded model_version={} line={} symbol={}",
                    "v20261101_020000",
                    "global",
                    "EURUSD")))
        .isEqualTo(Map.of("model_version", "v20261101_020000", "symbol", "EURUSD"));
  }

  @Test
  void countsParametersWithoutAName() {
    assertThat(
            EventFields.of(
                event(Map.of(), "model {}, model_version={}", "promoted", "v20261101_020000")))
        .isEqualTo(Map.of("model_version", "v20261101_020000"));
  }

  @Test
  void leavesToTheRequestWhatItSaysAlready() {
    assertThat(EventFields.of(event(Map.of("symbol", "EURUSD"), "symbol={}", "GBPUSD"))).isEmpty();
  }

  @Test
  void findsNothingWhereNothingIsSaid() {
    assertThat(EventFields.of(event(Map.of(), "symbol={} model_version={}", "EURUSD")))
        .isEqualTo(Map.of("symbol", "EURUSD"));
    assertThat(EventFields.of(event(Map.of(), "symbol={}", new Object[] {null}))).isEmpty();
    assertThat(EventFields.of(event(Map.of(), "symbol=EURUSD"))).isEmpty();
  }
}
