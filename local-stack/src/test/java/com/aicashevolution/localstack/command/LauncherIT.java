package com.aicashevolution.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackPorts;
import com.aicashevolution.localstack.process.Ports;
import com.aicashevolution.localstack.process.ProcessIdentity;
import com.aicashevolution.localstack.process.Programs;
import com.aicashevolution.localstack.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * What goes wrong around {@code ./ml up}, with real engines, real processes and signals; only the
 * three services are {@linkplain FakeService stand-ins}, so that a start takes seconds.
 */
class LauncherIT {

  private static final List<String> MODULES = List.of("ml-trainer", "ml-inference", "ml-api");

  @TempDir private Path folder;
  private Path project;
  private int offset;
  private String said = "";
  private String complained = "";

  @BeforeEach
  void buildProject() throws IOException, ClassNotFoundException {
    project = folder.toRealPath().resolve("project");
    for (String module : MODULES) {
      FakeService.writeJar(project, module);
    }
    offset = freeOffset();
  }

  @AfterEach
  void leaveNothingRunning() {
    assertThat(run("down")).isZero();
    assertThat(processes()).isEmpty();
  }

  private static int freeOffset() {
    return IntStream.generate(
            () -> ThreadLocalRandom.current().nextInt(2_000, StackPorts.MOST_OFFSET))
        .filter(candidate -> ports(candidate).allMatch(Ports::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Integer> ports(int offset) {
    StackPorts ports = StackPorts.movedBy(offset);
    return Stream.of(
        ports.api(),
        ports.api() + 1_000,
        ports.trainer(),
        ports.trainer() + 1_000,
        ports.inference(),
        ports.inference() + 1_000,
        ports.postgres(),
        ports.redis(),
        ports.s3());
  }

  private int up() {
    return run("up", "--no-market", "--no-train", "--port-offset", Integer.toString(offset));
  }

  private int run(String... arguments) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    StringWriter complaints = new StringWriter();
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    CommandLine line = Ml.commandLine(workspace(out));
    line.setErr(new PrintWriter(complaints, true));
    int code = line.execute(arguments);
    said = written.toString(StandardCharsets.UTF_8);
    complained = complaints.toString();
    return code;
  }

  private Workspace workspace(PrintStream out) {
    Clock clock = Clock.systemUTC();
    return new Workspace(layout(), new Terminal(out, false, clock), clock);
  }

  private StackLayout layout() {
    return StackLayout.of(project);
  }

  /** Processes that have our folder in their command line. */
  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(handle -> commandLine(handle.pid()).contains(project.toString()))
        .filter(handle -> ProcessIdentity.of(handle).isAlive())
        .toList();
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private Map<String, Long> pids() throws IOException {
    Map<String, Long> pids = new TreeMap<>();
    try (Stream<Path> files = Files.list(layout().run())) {
      files
          .filter(file -> file.toString().endsWith(".pid"))
          .forEach(
              file ->
                  pids.put(
                      String.valueOf(file.getFileName()).replace(".pid", ""),
                      ProcessIdentity.read(file).orElseThrow().pid()));
    }
    return pids;
  }

  @Test
  void comesUpTellsItsStateResumesAndGoesDown() throws IOException {
    assertThat(up()).as(() -> said + complained).isZero();
    assertThat(said).contains("engines ready: postgres, redis, s3", "ml-api answers", "Up after");
    Map<String, Long> first = pids();
    assertThat(first)
        .containsOnlyKeys("ml-api", "ml-inference", "ml-trainer", "postgres", "redis", "s3");
    assertThat(run("status")).isZero();
    assertThat(said).doesNotContain("down", "silent");

    assertThat(up()).isZero();
    assertThat(pids()).isEqualTo(first);

    assertThat(run("down")).isZero();
    assertThat(said).contains("stopped ml-api", "stopped postgres");
    assertThat(pids()).isEmpty();
    assertThat(processes()).isEmpty();
    assertThat(run("status")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"ml-inference", "redis"})
  void restartsJustTheChildThatWasKilled(String victim) throws Exception {
    assertThat(up()).as(() -> said + complained).isZero();
    Map<String, Long> before = pids();
    ProcessHandle killed =
        ProcessHandle.of(Objects.requireNonNull(before.get(victim), victim)).orElseThrow();
    killed.destroyForcibly();
    Awaitility.await().until(() -> !ProcessIdentity.of(killed).isAlive());

    assertThat(run("status")).isEqualTo(1);
    assertThat(said.lines().filter(line -> line.contains(victim)).toList())
        .singleElement()
        .asString()
        .contains("down");
    assertThat(said.lines().filter(line -> line.matches(".*\\bup +\\d+ .*"))).hasSize(5);

    assertThat(up()).as(() -> said + complained).isZero();
    Map<String, Long> after = pids();
    assertThat(after.remove(victim)).isNotEqualTo(before.remove(victim));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void namesAPortThatIsTakenAndStopsWhatItHadStarted() throws IOException {
    int port = StackPorts.movedBy(offset).api();
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(up()).isEqualTo(1);
    }

    assertThat(complained)
        .startsWith("Port " + port + ", wanted for ml-api, is taken by another program")
        .doesNotContain("\tat ");
    assertThat(said).contains("stopped ml-trainer", "stopped postgres", "./ml up resumes");
    assertThat(pids()).isEmpty();
    assertThat(processes()).isEmpty();

    assertThat(up()).as(() -> said + complained).isZero();
  }

  @Test
  void startsOverWhatAnEarlierRunLeftHalfDone() throws IOException {
    Path data = layout().data();
    Path half = data.resolve("postgres.initializing");
    Files.createDirectories(half.resolve("base"));
    Files.writeString(half.resolve("base/1"), "half");
    Files.createDirectories(data.resolve("postgres/pg_wal"));
    Files.createDirectories(layout().run());
    ProcessHandle self = ProcessHandle.current();
    // a living process that took the number of one of ours, one that is gone, and no number
    Files.writeString(layout().run().resolve("redis.pid"), self.pid() + " 1000\n");
    Files.writeString(layout().run().resolve("ml-api.pid"), "4194303 1000\n");
    Files.writeString(layout().run().resolve("s3.pid"), "");
    Files.createDirectories(layout().run().resolve("jars/ml-api/unpacking"));

    assertThat(up()).as(() -> said + complained).isZero();

    assertThat(run("status")).isZero();
    assertThat(half).doesNotExist();
    assertThat(self.isAlive()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "INT, Starting PostgreSQL",
    "TERM, Starting PostgreSQL",
    "INT, engines ready",
    "TERM, engines ready",
  })
  void stopsEverythingWhenItIsInterrupted(String signal, String moment) throws Exception {
    assumeFalse(
        signal.equals("INT") && ignoresInterrupts(),
        "this build runs in the background, where a shell has SIGINT ignored: skipped");
    Path hang = Files.createFile(FakeService.hang(project, "ml-trainer"));
    Path log = folder.resolve("up.log");
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dproject.root=" + project,
                Ml.class.getName(),
                "up",
                "--no-market",
                "--no-train",
                "--port-offset",
                Integer.toString(offset))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(20))
          .failFast(
              () -> assertThat(launcher.isAlive()).as(() -> "ended early: " + read(log)).isTrue())
          .untilAsserted(() -> assertThat(read(log)).contains(moment));
      assertThat(Programs.run(List.of("kill", "-" + signal, "" + launcher.pid())).succeeded())
          .isTrue();

      assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(launcher.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
      assertThat(Files.readString(log)).contains("Stopped; what was loaded and trained is kept");
      assertThat(pids()).isEmpty();
      assertThat(processes()).isEmpty();
    } finally {
      // what is dead holds no lock
      launcher.destroyForcibly().waitFor();
    }

    Files.delete(hang);
    assertThat(up()).as(() -> said + complained).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this process has SIGINT ignored, and with it every one that it starts. */
  private static boolean ignoresInterrupts() throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0")
            .substring(7)
            .strip();
    return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
  }

  @Test
  void saysThatTheDiskIsFullAndStopsCleanly() throws Exception {
    Path disk = Files.createDirectories(folder.toRealPath().resolve("disk"));
    boolean mounted =
        Programs.isInstalled("mount")
            && Programs.run(
                    List.of("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
                .succeeded();
    assumeTrue(mounted, "nobody may mount a small disk here: skipped");
    Path wholeDisk = project;
    project = disk;
    try {
      assertThat(up()).isEqualTo(1);
      assertThat(complained).contains("MB are free on the disk of").contains("nothing was started");

      PrintStream nowhere =
          new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      Workspace workspace = workspace(nowhere);
      StackChoices choices =
          new StackChoices(offset, false, false, 1, StackChoices.DEFAULT_DAYS, Map.of());
      LocalStack stack = workspace.stack(choices);
      try (StopUnlessFinished _ = new StopUnlessFinished(stack, workspace.terminal())) {
        stack.start(sentence -> {});
        assertThat(stack).as("what cannot have started").isNull();
      } catch (StackFailure failure) {
        assertThat(DiskSpace.explain(failure)).startsWith(DiskSpace.EXHAUSTED);
      }
      assertThat(processes()).isEmpty();
      assertThat(pids()).isEmpty();
    } finally {
      project = wholeDisk;
      // a process is gone some time before the last of its files is closed
      Awaitility.await().until(() -> Programs.run(List.of("umount", disk.toString())).succeeded());
    }
  }
}
