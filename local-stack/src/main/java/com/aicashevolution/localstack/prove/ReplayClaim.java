package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Predictions that the running stack journalled come out with the same bits on other virtual
 * machines: with vectors of every width this processor has, with plain loops, and without fused
 * multiply-add instructions. Each set-up is a process of its own that reads journal and artifacts
 * and asks no service.
 */
final class ReplayClaim implements Claim {
  private static final int FULL = 100_000;
  private static final int QUICK = 5_000;
  private static final int WITHOUT_FMA = 100;
  private static final long SEED = 20261121;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String statement() {
    return "Journalled predictions replay to identical bits whatever the processor's vectors.";
  }

  @Override
  public String goal() {
    return "all identical, with vectors of every width, plain loops, and without FMA";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    int count = full ? FULL : QUICK;
    Instant begin = scene.clock().instant();
    try (Progress progress = scene.terminal().progress("predictions", count, "rows")) {
      // the minute makes the questions of a second measurement others than those of the first
      new VariedPredictions(scene.api(), SEED + begin.getEpochSecond()).make(count, progress);
    }
    List<JsonNode> audits = new ArrayList<>();
    for (OtherMachine machine : OtherMachine.all(System.getProperty("os.arch"))) {
      audits.add(audit(scene, machine, List.of("--since", begin.toString()), count));
    }
    String sample = Integer.toString(WITHOUT_FMA);
    JsonNode slow =
        audit(
            scene,
            OtherMachine.WITHOUT_FMA,
            List.of("--since", begin.toString(), "--sample", sample),
            WITHOUT_FMA);
    return judge(audits, slow, count);
  }

  /** Whether everything was replayed, all of it identical, by vectors and by plain loops. */
  static Finding judge(List<JsonNode> audits, JsonNode withoutFma, int count) {
    Set<Integer> lanes = new TreeSet<>();
    long fewest = Long.MAX_VALUE;
    boolean clean = true;
    StringBuilder detail = new StringBuilder();
    for (JsonNode audit : audits) {
      int width = audit.path("kernel_lanes").asInt();
      long rows = audit.path("rows").asLong();
      lanes.add(width);
      fewest = Math.min(fewest, audit.path("identical").asLong());
      clean &= rows >= count && audit.path("identical").asLong() == rows;
      append(detail, width == 1 ? "plain loops" : width + " lanes", audit);
    }
    long slow = withoutFma.path("identical").asLong();
    clean &=
        slow == WITHOUT_FMA
            && withoutFma.path("rows").asLong() == WITHOUT_FMA
            && "SOFTWARE".equals(withoutFma.path("fused_multiply_add").asText());
    append(detail, "without FMA", withoutFma);
    boolean everyPath = lanes.contains(1) && lanes.size() > 1;
    return new Finding(
        "%,d of %,d identical at %s lanes, %d of %d without FMA"
            .formatted(
                fewest,
                audits.getFirst().path("rows").asLong(),
                String.join(", ", lanes.stream().map(String::valueOf).toList()),
                slow,
                WITHOUT_FMA),
        clean && everyPath,
        detail.toString().strip());
  }

  private static void append(StringBuilder detail, String setUp, JsonNode audit) {
    detail.append(
        "%n  %s: %,d of %,d identical in %.0f s"
            .formatted(
                setUp,
                audit.path("identical").asLong(),
                audit.path("rows").asLong(),
                audit.path("seconds").asDouble()));
    if (!audit.path("failures").isEmpty()) {
      detail.append("; first: ").append(audit.at("/failures/0/detail").asText());
    }
  }

  private static JsonNode audit(Scene scene, OtherMachine machine, List<String> which, int count) {
    List<String> arguments = new ArrayList<>(List.of("replay", "--json"));
    arguments.addAll(which);
    return machine.report(scene, arguments, count, "rows");
  }
}
