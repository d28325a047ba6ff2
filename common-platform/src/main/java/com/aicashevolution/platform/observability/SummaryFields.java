package com.aicashevolution.platform.observability;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members a service adds to {@code GET /metrics} as JSON. Implementations do no I/O. */
public interface SummaryFields {

  Map<String, @Nullable Object> fields();
}
