package com.aicashevolution.platform.artifact;

import com.aicashevolution.platform.observability.DependencyCheck;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the artifact store answers. Without it what is in memory goes on serving and nothing new
 * is published or loaded.
 */
public final class ArtifactStoreCheck implements DependencyCheck {

  private final ArtifactStore store;
  private final String location;

  /**
   * @param location what an operator knows the store by, for example {@code s3://bucket}
   */
  public ArtifactStoreCheck(ArtifactStore store, String location) {
    this.store = store;
    this.location = location;
  }

  @Override
  public String name() {
    return "artifact_store";
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Map<String, @Nullable Object> check() throws IOException {
    store.ping();
    return Map.of("location", location);
  }
}
