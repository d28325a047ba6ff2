package com.aicashevolution.localstack.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  private Instant now = Instant.parse("2026-11-02T00:00:00Z");

  @Test
  void saysRateAndRemainingTime() {
    ProgressFigures figures = new ProgressFigures(() -> now, 40, "epochs");
    now = now.plusSeconds(10);
    assertThat(figures.describe(10)).isEqualTo("10/40 epochs, 1.00/s, 30 s left");
    assertThat(figures.describe(0)).isEqualTo("0/40 epochs");
    now = now.plusSeconds(290);
    assertThat(figures.describe(10)).isEqualTo("10/40 epochs, 0.03/s, 15 min 00 s left");
  }

  @Test
  void saysHowLongAllOfItTook() {
    ProgressFigures figures = new ProgressFigures(() -> now, 2600, "candles");
    now = now.plusSeconds(26);
    assertThat(figures.describe(2600)).isEqualTo("2,600/2,600 candles, 100/s, 26 s");
  }

  @Test
  void saysNoRateOfPercent() {
    ProgressFigures figures = new ProgressFigures(() -> now, 100, "%");
    now = now.plusSeconds(10);
    assertThat(figures.describe(25)).isEqualTo(" 25 %, 30 s left");
  }

  @Test
  void refusesAStepOfNothing() {
    assertThatThrownBy(() -> new ProgressFigures(() -> now, 0, "epochs"))
        .hasMessage("total must be > 0, was 0");
  }

  @Test
  void printsPlainLinesPerTenthAndNotMoreOften() {
    Terminal plain = new Terminal(out, false, () -> now);
    try (Progress progress = plain.progress("training", 1000, "steps")) {
      for (int i = 0; i <= 1000; i++) {
        now = now.plus(Duration.ofMillis(5));
        progress.update(i, "");
      }
    }
    assertThat(text().lines()).hasSize(11);
    assertThat(text()).doesNotContain("\r").endsWith("1,000/1,000 steps, 200/s, 5 s\n");
  }

  @Test
  void breaksALongSilence() {
    Terminal plain = new Terminal(out, false, () -> now);
    try (Progress progress = plain.progress("training", 1000, "steps")) {
      progress.update(0, "");
      now = now.plusSeconds(11);
      progress.update(1, "epoch 1");
    }
    assertThat(text().lines()).hasSize(2).last().asString().endsWith("epoch 1");
  }

  @Test
  void repaintsOneLineOnATerminal() {
    Terminal screen = new Terminal(out, true, () -> now);
    try (Progress progress = screen.progress("training", 4, "epochs")) {
      progress.update(2, "");
    }
    assertThat(text()).containsOnlyOnce("\n").endsWith("\n");
    assertThat(text()).contains("\r\u001b[K").contains("████████████············");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
