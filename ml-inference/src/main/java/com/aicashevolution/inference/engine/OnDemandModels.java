package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Registered versions that serve no line but were asked for by name: the last few stay in memory.
 * Thread-safe.
 */
public final class OnDemandModels {

  private final ModelLoads loads;
  private final int capacity;
  private final Map<ModelVersion, ServingModel> recent = new LinkedHashMap<>(16, 0.75f, true);

  public OnDemandModels(ModelLoads loads, int capacity) {
    this.loads = loads;
    this.capacity = capacity;
  }

  /** The version, from memory or else loaded now; waits for a load that is under way. */
  LoadResult get(ModelVersion version) {
    synchronized (this) {
      ServingModel known = recent.get(version);
      if (known != null) {
        return new LoadResult.Loaded(known);
      }
    }
    CompletableFuture<LoadResult> load = loads.load(version);
    LoadResult result = load.join();
    if (result instanceof LoadResult.Loaded(ServingModel model)) {
      keep(model);
    }
    return result;
  }

  private synchronized void keep(ServingModel model) {
    recent.put(model.version(), model);
    if (recent.size() > capacity) {
      recent.remove(recent.keySet().iterator().next());
    }
  }

  /** How many are in memory. */
  public synchronized int size() {
    return recent.size();
  }
}
