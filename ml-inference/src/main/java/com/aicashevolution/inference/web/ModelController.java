package com.aicashevolution.inference.web;

import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelSnapshot;
import com.aicashevolution.inference.engine.Refusals;
import com.aicashevolution.inference.engine.ServingGaps;
import com.aicashevolution.inference.engine.ServingLine;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the models in memory, and looks for others at once. */
@RestController
@Tag(name = "models")
final class ModelController {

  private static final Logger LOG = LoggerFactory.getLogger(ModelController.class);
  private static final Duration RELOAD_TIMEOUT = Duration.ofSeconds(20);
  private static final String NO_MODEL = "none";

  private final ModelPool pool;
  private final Refusals refusals;
  private final ServingGaps gaps;
  private final AuditLog audit;

  ModelController(ModelPool pool, Refusals refusals, ServingGaps gaps, AuditLog audit) {
    this.pool = pool;
    this.refusals = refusals;
    this.gaps = gaps;
    this.audit = audit;
  }

  /**
   * Outcome of a reload: {@code success}, or {@code degraded} where a wanted version is missing.
   */
  record ReloadBody(
      String status, String message, @Nullable ModelVersion modelVersion, List<String> degraded) {}

  @GetMapping("/model/info")
  @Operation(summary = "Which versions are in memory and which of them serve")
  ModelInfoBody info() {
    return ModelInfoBody.of(pool, refusals);
  }

  @PostMapping("/reload-model")
  @Operation(summary = "Asks the registry now instead of within a second, refused versions again")
  ReloadBody reload(@AuthenticationPrincipal Caller caller) {
    LOG.info("event=reload_requested actor={}", caller.actor());
    refusals.retryAll();
    boolean complete = await();
    if (!pool.registryReachable()) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "The model registry cannot be reached; nothing was changed");
    }
    ReloadBody body = outcome(pool.snapshot(), complete);
    audit.append(reloaded(caller, body));
    return body;
  }

  private ReloadBody outcome(ModelSnapshot snapshot, boolean complete) {
    List<String> degraded =
        snapshot.lines().stream()
            .filter(ServingLine::isDegraded)
            .map(line -> line.line().name())
            .toList();
    ModelVersion version = snapshot.principal().map(ServingModel::version).orElse(null);
    String message =
        !complete
            ? "Some versions are still being loaded"
            : degraded.isEmpty()
                ? "All lines serve what the registry says"
                : "Not all lines serve what the registry says: "
                    + String.join(". ", gaps.of(snapshot));
    return new ReloadBody(
        complete && degraded.isEmpty() ? "success" : "degraded", message, version, degraded);
  }

  private static AuditEvent reloaded(Caller caller, ReloadBody body) {
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("status", body.status());
    detail.put("message", body.message());
    detail.put("degraded", body.degraded());
    String subject = body.modelVersion() == null ? NO_MODEL : body.modelVersion().value();
    return new AuditEvent(caller.actor(), "models.reloaded", subject, detail);
  }

  private boolean await() {
    try {
      pool.refresh().get(RELOAD_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException slow) {
      return false;
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a load never fails", impossible);
    }
  }
}
