package com.aicashevolution.inference;

import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelSnapshot;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.Refusals;
import com.aicashevolution.inference.engine.ServingLine;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.journal.Spool;
import com.aicashevolution.inference.window.RecentCandles;
import com.aicashevolution.platform.observability.ServiceHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which model serves, and what is less than it should be. */
@Component
final class InferenceHealth implements ServiceHealth {

  private final ModelPool pool;
  private final Refusals refusals;
  private final RecentCandles candles;
  private final Spool spool;

  InferenceHealth(ModelPool pool, Refusals refusals, RecentCandles candles, Spool spool) {
    this.pool = pool;
    this.refusals = refusals;
    this.candles = candles;
    this.spool = spool;
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    ModelSnapshot snapshot = pool.snapshot();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("model_loaded", snapshot.hasChampion());
    fields.put("model_version", snapshot.principal().map(ServingModel::version).orElse(null));
    fields.put("degraded", degraded(snapshot));
    return fields;
  }

  @Override
  public Optional<String> notReadyBecause() {
    return pool.snapshot().hasChampion()
        ? Optional.empty()
        : Optional.of(
            pool.registryReachable()
                ? "no line has a champion"
                : "no model is loaded and the registry cannot be reached");
  }

  private List<String> degraded(ModelSnapshot snapshot) {
    List<String> sentences = new ArrayList<>();
    if (!pool.registryReachable()) {
      sentences.add("the model registry cannot be reached; what is loaded goes on serving");
    }
    snapshot.lines().stream()
        .filter(ServingLine::isDegraded)
        .forEach(line -> sentences.add(sentence(line)));
    if (candles.degraded()) {
      sentences.add("candles cannot be read; windows are as old as their as_of");
    }
    if (!spool.isEmpty()) {
      sentences.add("predictions wait in the spool for Postgres: " + spool.size());
    }
    return sentences;
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
      com.aicashevolution.model.@Nullable ModelVersion wanted,
      @Nullable ServingModel actual) {
    if (wanted == null || (actual != null && actual.version().equals(wanted))) {
      return;
    }
    sentence.append("; ").append(role).append(' ').append(wanted).append(" is not loaded");
    refusals
        .of(wanted)
        .map(Refusal::reason)
        .ifPresent(r -> sentence.append(" (").append(r).append(')'));
  }
}
