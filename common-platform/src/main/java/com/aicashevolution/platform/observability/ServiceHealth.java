package com.aicashevolution.platform.observability;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service says of itself at {@code GET /health}. Implementations do no I/O. */
public interface ServiceHealth {

  /** Members that join {@code status}, {@code service} and {@code timestamp}, in order. */
  Map<String, @Nullable Object> fields();

  /** Why requests should go elsewhere for now; empty when they may come. */
  default Optional<String> notReadyBecause() {
    return Optional.empty();
  }
}
