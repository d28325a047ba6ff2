package com.aicashevolution.platform.weights.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.jdbc.JdbcAuditLog;
import com.aicashevolution.platform.persistence.MigratedDatabase;
import com.aicashevolution.platform.weights.Improvement;
import com.aicashevolution.platform.weights.WeightHistory.Draft;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.platform.weights.WeightsRecord.Basis;
import com.aicashevolution.platform.weights.WeightsRecord.Origin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcWeightHistoryIT {

  private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
  private static final ModelLine METAL = new ModelLine("metal");

  private final TestDatabase database = MigratedDatabase.fresh();
  private final DataSource dataSource = MigratedDatabase.dataSource(database);
  private final JdbcClient jdbc = JdbcClient.create(dataSource);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final AuditLog audit = new JdbcAuditLog(jdbc, clock);
  private final JdbcWeightHistory history =
      new JdbcWeightHistory(
          jdbc, new TransactionTemplate(new JdbcTransactionManager(dataSource)), audit, clock);

  @Test
  void readsBackEveryNumberOfAVersion() {
    WeightsRecord stored = store(ModelLine.GLOBAL, "neutral", 0.1 + 0.2);

    assertThat(stored.version()).isEqualTo("w20261121_140000");
    assertThat(history.active()).containsExactly(stored);
    assertThat(history.newest(ModelLine.GLOBAL, Timeframe.H1, 5)).containsExactly(stored);
    assertThat(history.newest(METAL, Timeframe.H1, 5)).isEmpty();
  }

  @Test
  void keepsOneVersionOfALineInForceAndTheOthersAsHistory() {
    WeightsRecord first = store(ModelLine.GLOBAL, "neutral", 0.9);
    WeightsRecord metal = store(METAL, "neutral", 0.7);
    WeightsRecord second = store(ModelLine.GLOBAL, first.version(), 0.8);

    assertThat(second.version()).isEqualTo("w20261121_140001");
    assertThat(metal.version()).isEqualTo("w20261121_140000-metal");
    assertThat(history.active()).containsExactly(second, metal);
    assertThat(history.newest(ModelLine.GLOBAL, Timeframe.H1, 5))
        .extracting(WeightsRecord::version, WeightsRecord::active)
        .containsExactlyInAnyOrder(tuple(second.version(), true), tuple(first.version(), false));
    assertThat(audit.newest(5))
        .extracting(entry -> entry.event().action(), entry -> entry.event().subject())
        .startsWith(tuple("weights.stored", second.version()));
    assertThat(audit.newest(1).getFirst().event().detail())
        .containsEntry("replaces", first.version())
        .containsEntry("improvement_score", 0.1);
  }

  @Test
  void storesNothingThatWasComparedToWeightsNoLongerInForce() {
    WeightsRecord first = store(ModelLine.GLOBAL, "neutral", 0.9);

    assertThat(history.store(draft(ModelLine.GLOBAL, "neutral", 0.8), "ann")).isEmpty();
    assertThat(history.active()).containsExactly(first);
    assertThat(audit.newest(5)).hasSize(1);
  }

  @Test
  void letsOneOfManyWinWhoAllReplaceTheSame() throws Exception {
    Callable<Optional<WeightsRecord>> attempt =
        () -> history.store(draft(ModelLine.GLOBAL, "neutral", 0.5), "ann");
    int stored = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Optional<WeightsRecord>> future :
          threads.invokeAll(Collections.nCopies(8, attempt))) {
        stored += future.get().isPresent() ? 1 : 0;
      }
    }
    assertThat(stored).isEqualTo(1);
    assertThat(history.newest(ModelLine.GLOBAL, Timeframe.H1, 10)).hasSize(1);
  }

  @Test
  void goesBackToNeutralOnceAndSaysWhy() {
    WeightsRecord first = store(ModelLine.GLOBAL, "neutral", 0.9);

    assertThat(history.reset(ModelLine.GLOBAL, Timeframe.H1, "bob", "too strict")).contains(first);
    assertThat(history.reset(ModelLine.GLOBAL, Timeframe.H1, "bob", "again")).isEmpty();
    assertThat(history.active()).isEmpty();
    assertThat(audit.newest(1).getFirst().event())
        .satisfies(event -> assertThat(event.action()).isEqualTo("weights.reset"))
        .satisfies(event -> assertThat(event.detail()).containsEntry("reason", "too strict"));
    assertThat(store(ModelLine.GLOBAL, "neutral", 0.8).active()).isTrue();
  }

  private WeightsRecord store(ModelLine line, String against, double weight) {
    return history.store(draft(line, against, weight), "ann").orElseThrow();
  }

  private static Draft draft(ModelLine line, String against, double weight) {
    double[] shares = new double[IndicatorName.COUNT];
    Arrays.setAll(shares, i -> (i + 1) / 153.0);
    Interval profit = new Interval(0.1, 1.0 / 30, 0.2, 0.99);
    Improvement improvement =
        new Improvement(profit, profit, against, 300, 200, 150, 120, NOW.minusSeconds(9), NOW, NOW);
    List<Double> values = Collections.nCopies(IndicatorName.COUNT, weight);
    return new Draft(
        line,
        Timeframe.H1,
        values,
        new Origin(Basis.TRADES, null, IndicatorImportance.byName(shares), improvement));
  }
}
