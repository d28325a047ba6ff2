package com.aicashevolution.platform.registry;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.notice.Notice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the other processes of every change, after it is committed. Thread-safe. */
public final class AnnouncedModelRegistry implements ModelRegistry {

  private static final Notice NOTICE = new Notice.LinesChanged();

  private final ModelRegistry registry;
  private final Announcer announcer;

  public AnnouncedModelRegistry(ModelRegistry registry, Announcer announcer) {
    this.registry = registry;
    this.announcer = announcer;
  }

  @Override
  public ModelRecord register(ModelRecord trained, String actor) {
    ModelRecord registered = registry.register(trained, actor);
    announcer.announce(NOTICE);
    return registered;
  }

  @Override
  public PromotionResult promote(PromotionRequest request) {
    return announced(registry.promote(request));
  }

  @Override
  public PromotionResult rollback(ModelVersion version, String actor, @Nullable String reason) {
    return announced(registry.rollback(version, actor, reason));
  }

  private PromotionResult announced(PromotionResult result) {
    if (result instanceof PromotionResult.Changed) {
      announcer.announce(NOTICE);
    }
    return result;
  }

  @Override
  public Optional<ModelRecord> find(ModelVersion version) {
    return registry.find(version);
  }

  @Override
  public List<ModelRecord> newest(int limit) {
    return registry.newest(limit);
  }

  @Override
  public Optional<ModelRecord> newestOf(ModelLine line) {
    return registry.newestOf(line);
  }

  @Override
  public List<LineState> lines() {
    return registry.lines();
  }

  @Override
  public List<RolloutEvent> rollouts(int limit) {
    return registry.rollouts(limit);
  }
}
