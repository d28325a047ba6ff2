package com.aicashevolution.inference;

import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelSnapshot;
import com.aicashevolution.inference.engine.ServingGaps;
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
  private final ServingGaps gaps;
  private final RecentCandles candles;
  private final Spool spool;

  InferenceHealth(ModelPool pool, ServingGaps gaps, RecentCandles candles, Spool spool) {
    this.pool = pool;
    this.gaps = gaps;
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
    sentences.addAll(gaps.of(snapshot));
    if (candles.degraded()) {
      sentences.add("candles cannot be read; windows are as old as their as_of");
    }
    if (!spool.isEmpty()) {
      sentences.add("predictions wait in the spool for Postgres: " + spool.size());
    }
    return sentences;
  }
}
