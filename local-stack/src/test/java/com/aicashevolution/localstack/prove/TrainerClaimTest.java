package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrainerClaimTest {
  private static final TrainerClaim CLAIM = new TrainerClaim("noise", "A promise.", "none");
  private static final String FOUND =
      "{\"claim\":\"noise\",\"figure\":\"0 of 60\",\"goal\":\"none\",\"holds\":true,\"detail\":\"a\\nb\"}";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  private TrainerClaim.Printed read(String... lines) throws IOException {
    Terminal terminal =
        new Terminal(
            new PrintStream(screen, true, StandardCharsets.UTF_8), false, () -> Instant.EPOCH);
    try (TrainerClaim.Steps steps = new TrainerClaim.Steps(terminal)) {
      return CLAIM.read(new BufferedReader(new StringReader(String.join("\n", lines))), steps);
    }
  }

  @Test
  void showsTheStepsAndTakesOverTheFinding() throws IOException {
    Finding finding =
        read(
                "WARNING: Using incubator modules",
                "{\"step\":\"random walks\",\"done\":0,\"total\":60,\"unit\":\"histories\"}",
                "{\"step\":\"random walks\",\"done\":60,\"total\":60,\"unit\":\"histories\"}",
                "{\"step\":\"planted edges\",\"done\":10,\"total\":10,\"unit\":\"histories\"}",
                FOUND)
            .finding(0);

    assertThat(finding).isEqualTo(new Finding("0 of 60", true, "a\n  b"));
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .contains("random walks: 60/60 histories", "planted edges: 10/10 histories");
  }

  @Test
  void refusesAJarThatMeasuredSomethingElse() {
    assertThatThrownBy(() -> read(FOUND.replace("none", "half of them")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("“half of them”");
  }

  @Test
  void saysWhatTheTrainerSaidWhenItEndedWithoutAFinding() throws IOException {
    TrainerClaim.Printed printed = read("java.lang.OutOfMemoryError: Java heap space");

    assertThatThrownBy(() -> printed.finding(3))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("ended with 3 and without a finding")
        .hasMessageContaining("OutOfMemoryError");
  }

  @Test
  void doesNotBelieveAFindingThatTheExitCodeContradicts() throws IOException {
    TrainerClaim.Printed printed = read(FOUND);

    assertThatThrownBy(() -> printed.finding(1)).hasMessageContaining("ended with 1 beside");
  }
}
