package com.aicashevolution.inference.engine;

import static com.aicashevolution.inference.engine.ServingLine.versionOf;

import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps champion, challenger and previous of every line in memory and switches between them in one
 * step. Where the wanted champion cannot be trusted, the one that answered before goes on, unless
 * it was withdrawn; while the registry does not answer, everything stays as it is. Thread-safe.
 */
public final class ModelPool {

  private static final Logger LOG = LoggerFactory.getLogger(ModelPool.class);

  private final ModelRegistry registry;
  private final ModelLoads loads;
  private final Refusals refusals;
  private final ReentrantLock refreshing = new ReentrantLock();
  private final Map<ModelVersion, ServingModel> loaded = new HashMap<>();
  private List<LineState> aspired = List.of();
  private Set<ModelVersion> withdrawn = Set.of();
  private volatile ModelSnapshot snapshot = ModelSnapshot.EMPTY;
  private volatile boolean registryReachable;

  public ModelPool(ModelRegistry registry, ModelLoads loads, Refusals refusals) {
    this.registry = registry;
    this.loads = loads;
    this.refusals = refusals;
  }

  /** Who serves now; read it once per request. */
  public ModelSnapshot snapshot() {
    return snapshot;
  }

  /** Whether the registry answered when it was last asked. */
  public boolean registryReachable() {
    return registryReachable;
  }

  /**
   * Asks the registry who ought to serve, switches what is loaded at once and loads the rest in the
   * background; the future completes when nothing more will come of it.
   */
  public CompletableFuture<Void> refresh() {
    List<LineState> lines;
    refreshing.lock(); // what was read first must be adopted first
    try {
      lines = registry.lines();
      adopt(lines, withdrawnAmong(lines));
      registryReachable = true;
    } catch (RuntimeException unreachable) {
      if (registryReachable) {
        LOG.warn("event=registry_unreachable reason=\"{}\"", unreachable.toString());
      }
      registryReachable = false;
      return CompletableFuture.completedFuture(null);
    } finally {
      refreshing.unlock();
    }
    return CompletableFuture.allOf(
        lines.stream()
            .flatMap(ModelPool::versions)
            .distinct()
            .filter(version -> !isLoaded(version))
            .map(version -> loads.load(version).thenAccept(this::accept))
            .toArray(CompletableFuture[]::new));
  }

  /** Champions that answer though another is wanted, and that somebody took out of service. */
  private Set<ModelVersion> withdrawnAmong(List<LineState> lines) {
    Set<ModelVersion> found = new HashSet<>();
    for (LineState line : lines) {
      ModelVersion serving =
          snapshot
              .line(line.line(), line.timeframe())
              .map(known -> versionOf(known.champion()))
              .orElse(null);
      if (serving != null
          && !serving.equals(line.champion())
          && registry
              .find(serving)
              .filter(model -> model.status() == ModelStatus.ROLLED_BACK)
              .isPresent()) {
        found.add(serving);
      }
    }
    return found;
  }

  private synchronized boolean isLoaded(ModelVersion version) {
    return loaded.containsKey(version);
  }

  private synchronized void adopt(List<LineState> lines, Set<ModelVersion> nowWithdrawn) {
    aspired = lines;
    withdrawn = nowWithdrawn;
    publish();
  }

  private synchronized void accept(LoadResult result) {
    if (result instanceof LoadResult.Loaded(ServingModel model)) {
      loaded.put(model.version(), model);
    }
    publish();
  }

  /** Switches to what is loaded now and drops what nobody wants any more. */
  private void publish() {
    List<ServingLine> lines = new ArrayList<>();
    for (LineState line : aspired) {
      ServingModel champion = champion(line);
      lines.add(new ServingLine(line, champion, get(line.challenger()), get(line.previous())));
      logSwitch(line, champion);
    }
    ModelSnapshot next = new ModelSnapshot(lines);
    snapshot = next;
    loaded.keySet().retainAll(next.models().stream().map(ServingModel::version).toList());
  }

  private @Nullable ServingModel champion(LineState line) {
    ModelVersion wanted = line.champion();
    if (wanted == null) {
      return null;
    }
    ServingModel ready = get(wanted);
    if (ready != null) {
      return ready;
    }
    ServingModel before =
        snapshot.line(line.line(), line.timeframe()).map(ServingLine::champion).orElse(null);
    boolean hopeless = refusals.of(wanted).isPresent();
    if (before != null && !(hopeless && withdrawn.contains(before.version()))) {
      return before;
    }
    return hopeless ? get(line.previous()) : null;
  }

  private @Nullable ServingModel get(@Nullable ModelVersion version) {
    return version == null ? null : loaded.get(version);
  }

  private void logSwitch(LineState line, @Nullable ServingModel champion) {
    ModelVersion before =
        snapshot
            .line(line.line(), line.timeframe())
            .map(known -> versionOf(known.champion()))
            .orElse(null);
    ModelVersion after = versionOf(champion);
    if (!Objects.equals(before, after)) {
      LOG.info("event=champion_switched line={} from={} to={}", line.line(), before, after);
    }
  }

  private static Stream<ModelVersion> versions(LineState line) {
    return Stream.of(
            Optional.ofNullable(line.champion()),
            Optional.ofNullable(line.challenger()),
            Optional.ofNullable(line.previous()))
        .flatMap(Optional::stream);
  }
}
