package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in sentences which lines are not served by the versions the registry names, and why. Fit for
 * strangers: it tells no more of a store than that it does not answer. Thread-safe.
 */
public final class ServingGaps {

  private static final Optional<String> OUT_OF_REACH =
      Optional.of("its artifact cannot be fetched now");

  private final Refusals refusals;
  private final ModelLoads loads;

  public ServingGaps(Refusals refusals, ModelLoads loads) {
    this.refusals = refusals;
    this.loads = loads;
  }

  /** A sentence per line that is not as the registry wants it; empty when all are. */
  public List<String> of(ModelSnapshot snapshot) {
    return snapshot.lines().stream().filter(ServingLine::isDegraded).map(this::sentence).toList();
  }

  private String sentence(ServingLine line) {
    ServingModel champion = line.champion();
    StringBuilder sentence =
        new StringBuilder("line ")
            .append(line.line())
            .append(" is served by ")
            .append(champion == null ? "nobody" : champion.version());
    appendMissing(sentence, "champion", line.aspired().champion(), champion);
    appendMissing(sentence, "challenger", line.aspired().challenger(), line.challenger());
    return sentence.toString();
  }

  private void appendMissing(
      StringBuilder sentence,
      String role,
      @Nullable ModelVersion wanted,
      @Nullable ServingModel actual) {
    if (wanted == null || (actual != null && actual.version().equals(wanted))) {
      return;
    }
    sentence.append("; ").append(role).append(' ').append(wanted).append(" is not loaded");
    refusals
        .of(wanted)
        .map(refusal -> refusal.reason().toString())
        .or(() -> loads.isOutOfReach(wanted) ? OUT_OF_REACH : Optional.empty())
        .ifPresent(why -> sentence.append(" (").append(why).append(')'));
  }
}
