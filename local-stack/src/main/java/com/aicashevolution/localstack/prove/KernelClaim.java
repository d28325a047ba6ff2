package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.Folders;
import com.aicashevolution.localstack.StackFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The running stack's champion answers drawn windows with the same bits on other virtual machines,
 * each window alone and in a batch, and its golden vectors as DL4J did. Every machine writes its
 * answers to a file; the files are compared here.
 */
final class KernelClaim implements Claim {
  private static final int FULL = 1_000_000;
  private static final int QUICK = 10_000;
  private static final int FULL_WITHOUT_FMA = 100;
  private static final int QUICK_WITHOUT_FMA = 20;
  private static final double TOLERANCE = 1e-6;
  private static final long SEED = 20261123;

  /** What a machine said of itself and of its answers. */
  record Answered(OtherMachine machine, JsonNode report) {}

  /**
   * Machines that answered the same windows.
   *
   * @param asked how many windows each was to answer
   * @param bits of their answers, held against each other
   */
  record Examined(List<Answered> machines, int asked, AnswerBits.Comparison bits) {

    /** Whether every window has the same bits on all machines, and alone as in a batch. */
    boolean alike() {
      return bits.identical() == asked
          && machines.stream()
              .map(each -> each.report().path("same_alone_and_in_a_batch").asLong())
              .allMatch(same -> same == asked);
    }

    /** NaN where one had no golden vectors, or answered one with no number. */
    double goldenError() {
      return machines.stream()
          .mapToDouble(each -> KernelClaim.goldenError(each.report()))
          .reduce(0, Math::max);
    }
  }

  @Override
  public String name() {
    return "kernel";
  }

  @Override
  public String statement() {
    return "The kernel answers with the same bits at any vector width, alone or in a batch, and as DL4J did.";
  }

  @Override
  public String goal() {
    return "all windows the same with vectors of every width, plain loops, and without FMA; golden vectors within 1e-6";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    int count = full ? FULL : QUICK;
    int few = full ? FULL_WITHOUT_FMA : QUICK_WITHOUT_FMA;
    String version = champion(scene);
    Path folder = temporaryFolder();
    try {
      List<Answered> fast = new ArrayList<>();
      for (OtherMachine machine : OtherMachine.all(System.getProperty("os.arch"))) {
        fast.add(answer(scene, machine, version, count, folder));
      }
      Answered slow = answer(scene, OtherMachine.WITHOUT_FMA, version, few, folder);
      return judge(
          version,
          new Examined(fast, count, compare(fast, folder, count)),
          new Examined(List.of(slow), few, compare(List.of(fast.getFirst(), slow), folder, few)));
    } catch (IOException e) {
      throw new StackFailure("The answers cannot be compared: " + e.getMessage(), e);
    } finally {
      Folders.deleteRecursively(folder);
    }
  }

  private static String champion(Scene scene) {
    JsonNode info = scene.inference().get("/model/info");
    String version = info.path("model_version").asText("");
    if (version.isEmpty()) {
      throw new StackFailure("No champion serves, so there is no kernel to examine: ./ml train.");
    }
    return version;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("kernel-claim");
    } catch (IOException e) {
      throw new StackFailure("No temporary folder: " + e.getMessage(), e);
    }
  }

  private static Answered answer(
      Scene scene, OtherMachine machine, String version, int count, Path folder) {
    List<String> arguments =
        List.of(
            "kernel",
            version,
            "--windows",
            Integer.toString(count),
            "--seed",
            Long.toString(SEED),
            "--out",
            file(folder, machine).toString());
    return new Answered(machine, machine.report(scene, arguments, count, "windows"));
  }

  private static Path file(Path folder, OtherMachine machine) {
    return folder.resolve(machine.name().replace(' ', '-'));
  }

  private static AnswerBits.Comparison compare(List<Answered> answered, Path folder, int count)
      throws IOException {
    List<DataInputStream> files = new ArrayList<>();
    try {
      for (Answered each : answered) {
        Path file = file(folder, each.machine());
        files.add(new DataInputStream(new BufferedInputStream(Files.newInputStream(file))));
      }
      List<String> names = answered.stream().map(each -> each.machine().name()).toList();
      return AnswerBits.compare(names, files, count);
    } finally {
      for (DataInputStream file : files) {
        file.close();
      }
    }
  }

  /** Whether all was as promised, on machines that drew the same windows and are really others. */
  static Finding judge(String version, Examined fast, Examined slow) {
    Set<Integer> lanes = new TreeSet<>();
    Set<String> drawn = new TreeSet<>();
    StringBuilder detail = new StringBuilder("champion " + version);
    for (Answered each : fast.machines()) {
      lanes.add(each.report().path("kernel_lanes").asInt());
      drawn.add(each.report().path("windows_sha256").asText());
      append(detail, each);
    }
    boolean emulated = true;
    for (Answered each : slow.machines()) {
      emulated &= "SOFTWARE".equals(each.report().path("fused_multiply_add").asText());
      append(detail, each);
    }
    for (Examined examined : List.of(fast, slow)) {
      if (examined.bits().firstDifference() != null) {
        detail.append("\n  ").append(examined.bits().firstDifference());
      }
    }
    boolean everyPath = lanes.contains(1) && lanes.size() > 1 && emulated;
    double golden = Math.max(fast.goldenError(), slow.goldenError());
    return new Finding(
        String.format(
            Locale.ROOT,
            "%,d of %,d windows the same bits at %s lanes, %d of %d without FMA, golden vectors"
                + " within %.1e",
            fast.bits().identical(),
            fast.asked(),
            lanes.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            slow.bits().identical(),
            slow.asked(),
            golden),
        everyPath && drawn.size() == 1 && fast.alike() && slow.alike() && golden <= TOLERANCE,
        detail.toString());
  }

  /** NaN where there were no golden vectors, or one was answered with no number. */
  private static double goldenError(JsonNode report) {
    JsonNode error = report.path("golden_error");
    return report.path("golden_vectors").asInt() > 0 && error.isNumber()
        ? error.asDouble()
        : Double.NaN;
  }

  private static void append(StringBuilder detail, Answered answered) {
    JsonNode report = answered.report();
    detail.append(
        String.format(
            Locale.ROOT,
            "%n  %s, %d lanes: %,d of %,d alone as in a batch of 26, %d golden vectors within %.1e, %.0f s",
            answered.machine().name(),
            report.path("kernel_lanes").asInt(),
            report.path("same_alone_and_in_a_batch").asLong(),
            report.path("windows").asLong(),
            report.path("golden_vectors").asInt(),
            goldenError(report),
            report.path("seconds").asDouble()));
  }
}
