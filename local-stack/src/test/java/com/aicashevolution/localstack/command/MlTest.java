package com.aicashevolution.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MlTest {
  @TempDir private Path project;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final StringWriter complaints = new StringWriter();

  @Test
  void statusFailsWhereNothingWasStarted() {
    assertThat(run("status")).isEqualTo(1);
    assertThat(said()).contains("./ml up");
  }

  @Test
  void envFailsWithOneSentenceWhereNothingWasStarted() {
    assertThat(run("env")).isEqualTo(1);
    assertThat(said()).isEmpty();
    assertThat(complaints.toString())
        .isEqualToIgnoringNewLines("There is no stack here yet: ./ml up makes one.");
  }

  @Test
  void downHasNothingToDoWhereNothingWasStarted() {
    assertThat(run("down")).isZero();
  }

  @Test
  void anUnknownWishIsAnError() {
    assertThat(run("fly")).isNotZero();
    assertThat(complaints.toString()).contains("fly");
  }

  @Test
  void anUnknownClaimIsAnError() {
    assertThat(run("prove", "everything")).isEqualTo(1);
    assertThat(complaints.toString()).contains("No claim “everything”");
  }

  @Test
  void claimsAreListed() {
    assertThat(run("prove")).isZero();
    assertThat(said()).contains("parity").contains("determinism").contains("edge");
  }

  @Test
  void namesOfClaimsAreGivenOneALine() {
    assertThat(run("prove", "--names")).isZero();
    assertThat(said())
        .isEqualTo(
            "parity%ndeterminism%nedge%ndrift%nnoise%nleaks%ncalibration%nkernel%nreplay%nexplanations%nswaps%ncache%njournal%nartifacts%n"
                .formatted());
  }

  @Test
  void aClaimAboutTheServicesNeedsAStack() {
    assertThat(run("prove", "parity")).isEqualTo(1);
    assertThat(complaints.toString()).contains("There is no stack here yet");
  }

  @Test
  void weightsFromAFileThatIsNotThereNameIt() {
    assertThat(run("weights", "optimize", "--from-trades", "no-such-trades.csv")).isEqualTo(1);
    assertThat(complaints.toString()).contains("no-such-trades.csv cannot be read");
    assertThat(run("weights")).isEqualTo(1);
    assertThat(complaints.toString()).contains("There is no stack here yet");
  }

  @Test
  void anotherMarketIsNotMixedIntoTheOneThatIsStored() throws IOException {
    StackLayout layout = StackLayout.of(project);
    com.aicashevolution.localstack.assembly.StackChoices.DEFAULT.write(layout.settings());
    assertThat(run("up", "--random-walk")).isEqualTo(1);
    assertThat(complaints.toString()).contains("holds another market").contains("--delete-data");
    assertThat(Files.exists(layout.keys())).isFalse();
  }

  @Test
  void aFullDiskIsSaidFirst() {
    var cause = new IOException("write failed: No space left on device");
    assertThat(DiskSpace.explain(new StackFailure("models could not be written", cause)))
        .startsWith("The disk is full")
        .endsWith("models could not be written");
    assertThat(DiskSpace.explain(new StackFailure("port taken"))).isEqualTo("port taken");
  }

  @Test
  void valuesSurviveTheShell() {
    assertThat(EnvCommand.quoted("a'b $c")).isEqualTo("'a'\\''b $c'");
  }

  @Test
  void typedValuesBecomeJsonOfTheirKind() {
    assertThat(Values.json("65").isNumber()).isTrue();
    assertThat(Values.json("true").isBoolean()).isTrue();
    assertThat(Values.json("NaN").isTextual()).isTrue();
    assertThat(Values.segment("a b/c")).isEqualTo("a%20b%2Fc");
  }

  private int run(String... arguments) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T00:00:00Z"), ZoneOffset.UTC);
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    CommandLine line =
        Ml.commandLine(
            new Workspace(StackLayout.of(project), new Terminal(out, false, clock), clock));
    line.setErr(new PrintWriter(complaints, true));
    return line.execute(arguments);
  }

  private String said() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
