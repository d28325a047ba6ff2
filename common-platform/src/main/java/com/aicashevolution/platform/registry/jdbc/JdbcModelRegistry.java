package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult.Changed;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult.NotPossible;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult.Refused;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult.Unknown;
import com.aicashevolution.platform.registry.jdbc.RegistryChange.Action;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link ModelRegistry} over PostgreSQL. A change locks the row of its line, writes what becomes of
 * it, of the versions, the rollout and the audit row, and commits them together. Thread-safe.
 */
public final class JdbcModelRegistry implements ModelRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcModelRegistry.class);
  private static final int ALL_TRAFFIC = 100;

  private final ModelTable models;
  private final LineTable lines;
  private final RolloutTable rollouts;
  private final AuditLog audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  public JdbcModelRegistry(
      JdbcClient jdbc, TransactionOperations transactions, AuditLog audit, Clock clock) {
    this.models = new ModelTable(jdbc);
    this.lines = new LineTable(jdbc);
    this.rollouts = new RolloutTable(jdbc);
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public ModelRecord register(ModelRecord trained, String actor) {
    return inTransaction(
        () -> {
          Instant now = now();
          LineState before = lines.lock(trained.line(), trained.timeframe(), now);
          if (models.find(trained.version()).isPresent()) {
            throw new IllegalStateException(trained.version() + " is already registered");
          }
          ModelVersion version = trained.version();
          boolean passed = trained.gate().passed();
          LineState after = before;
          if (passed) {
            after =
                before.champion() == null
                    ? before.withChampion(version, now)
                    : before.withChallenger(version, INITIAL_CHALLENGER_PERCENTAGE, now);
          }
          models.insert(trained.with(passed ? ModelStatus.TRAINED : ModelStatus.REJECTED), now);
          String why = passed ? null : String.join("; ", trained.gate().reasons());
          apply(
              new RegistryChange(
                  before, after, after, version, Action.REGISTERED, false, actor, why, now));
          return models.find(version).orElseThrow();
        });
  }

  @Override
  public PromotionResult promote(PromotionRequest request) {
    return inTransaction(
        () -> {
          Optional<ModelRecord> known = models.find(request.version());
          if (known.isEmpty()) {
            return new Unknown(request.version());
          }
          ModelRecord model = known.get();
          Optional<String> refusal = refusal(model, request);
          if (refusal.isPresent()) {
            return new Refused(model, refusal.get());
          }
          Instant now = now();
          LineState before = lines.lock(model.line(), model.timeframe(), now);
          if (request.trafficPercentage() == ALL_TRAFFIC) {
            return promoted(model, before, before.withChampion(model.version(), now), request);
          }
          if (before.champion() == null) {
            return new NotPossible(
                model.version(),
                "line " + model.line() + " has no champion to share traffic with; promote to 100");
          }
          if (model.version().equals(before.champion())) {
            return new NotPossible(
                model.version(),
                "it is the champion; promote another version or roll this one back");
          }
          LineState after =
              before.withChallenger(model.version(), request.trafficPercentage(), now);
          return promoted(model, before, after, request);
        });
  }

  private static Optional<String> refusal(ModelRecord model, PromotionRequest request) {
    if (model.gate().passed()) {
      return Optional.empty();
    }
    String reasons = String.join("; ", model.gate().reasons());
    if (!request.force()) {
      return Optional.of("the gate refused it: " + reasons);
    }
    String reason = request.reason();
    return reason == null || reason.isBlank()
        ? Optional.of("forcing what the gate refused needs a reason; the gate said: " + reasons)
        : Optional.empty();
  }

  private PromotionResult promoted(
      ModelRecord model, LineState before, LineState after, PromotionRequest request) {
    if (after.equals(before)) {
      return new Changed(models.find(model.version()).orElseThrow(), before, before);
    }
    return apply(
        new RegistryChange(
            before,
            after,
            after,
            model.version(),
            Action.PROMOTED,
            !model.gate().passed(),
            request.actor(),
            request.reason(),
            after.changedAt()));
  }

  @Override
  public PromotionResult rollback(ModelVersion version, String actor, @Nullable String reason) {
    return inTransaction(
        () -> {
          Optional<ModelRecord> known = models.find(version);
          if (known.isEmpty()) {
            return new Unknown(version);
          }
          ModelRecord model = known.get();
          Instant now = now();
          LineState before = lines.lock(model.line(), model.timeframe(), now);
          if (!before.isServedBy(version)) {
            return new NotPossible(version, "it serves nobody");
          }
          Optional<LineState> standIn = standIn(before);
          if (before.isVacatedBy(version) && standIn.isEmpty()) {
            return new NotPossible(version, nobodyLeft(before));
          }
          LineState after = before.without(version, now);
          LineState serving = after.champion() == null ? standIn.orElseThrow() : after;
          return apply(
              new RegistryChange(
                  before, after, serving, version, Action.ROLLED_BACK, false, actor, reason, now));
        });
  }

  /**
   * Who answers for the symbols of {@code vacated} once it has no champion. Read without a lock:
   * the least specific line that serves never becomes vacant, so whoever is found here is, or gives
   * way to, somebody who serves.
   */
  private Optional<LineState> standIn(LineState vacated) {
    List<LineState> serving =
        lines.all().stream()
            .filter(state -> state.timeframe() == vacated.timeframe() && state.champion() != null)
            .toList();
    return vacated.line().lessSpecific().stream()
        .flatMap(line -> serving.stream().filter(state -> state.line().equals(line)))
        .findFirst();
  }

  private static String nobodyLeft(LineState line) {
    List<ModelLine> others = line.line().lessSpecific();
    String nobody = "line " + line.line() + " has no previous version to go back to";
    return others.isEmpty()
        ? nobody + " and no line stands in for it; promote another version instead"
        : nobody
            + " and none of "
            + others
            + " has a champion on "
            + line.timeframe()
            + " bars to stand in for it; promote another version instead";
  }

  private Changed apply(RegistryChange change) {
    if (!change.after().equals(change.before())) {
      change.statuses().forEach((version, to) -> models.setStatus(version, to, change.at()));
      lines.update(change.after());
    }
    rollouts.insert(change);
    audit.append(change.auditEvent());
    LOG.info(
        "model {}, model_version={} line={} traffic_percentage={} serving={} actor={}",
        change.action().rolloutName(),
        change.version(),
        change.after().line(),
        change.trafficPercentage(),
        change.serving().champion(),
        change.actor());
    return new Changed(
        models.find(change.version()).orElseThrow(), change.after(), change.serving());
  }

  @Override
  public Optional<ModelRecord> find(ModelVersion version) {
    return models.find(version);
  }

  @Override
  public List<ModelRecord> newest(int limit) {
    return models.newest(limit);
  }

  @Override
  public Optional<ModelRecord> newestOf(ModelLine line) {
    return models.newestOf(line);
  }

  @Override
  public List<LineState> lines() {
    return lines.all();
  }

  @Override
  public List<RolloutEvent> rollouts(int limit) {
    return rollouts.newest(limit);
  }

  /** To the microsecond, which is what the database keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
