package com.aicashevolution.platform.registry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.audit.AuditLog.AuditEntry;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.audit.jdbc.JdbcAuditLog;
import com.aicashevolution.platform.persistence.MigratedDatabase;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistryContract;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcModelRegistryIT extends ModelRegistryContract {

  private final TestDatabase database = MigratedDatabase.fresh();
  private final JdbcClient jdbc = MigratedDatabase.jdbc(database);
  private final AuditLog audit = new JdbcAuditLog(jdbc, Clock.systemUTC());

  @Override
  protected ModelRegistry emptyRegistry(Clock clock) {
    DataSource dataSource = MigratedDatabase.dataSource(database);
    JdbcClient client = JdbcClient.create(dataSource);
    return new JdbcModelRegistry(
        client,
        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
        new JdbcAuditLog(client, clock),
        clock);
  }

  @Test
  void auditsEveryChangeWithItsNumbers() {
    register(1, true);
    register(2, true);
    promote(2, 100);

    List<AuditEntry> entries = audit.newest(10);

    assertThat(entries)
        .extracting(entry -> entry.event().action(), entry -> entry.event().actor())
        .containsExactly(
            tuple("model.promoted", "ann"),
            tuple("model.registered", "trainer"),
            tuple("model.registered", "trainer"));
    assertThat(entries.getFirst().event().detail())
        .containsEntry("champion_before", version(1).value())
        .containsEntry("champion", version(2).value())
        .containsEntry("traffic_percentage", 100)
        .containsEntry("forced", false);
  }

  @Test
  void auditsWhoStandsInForALineThatBecameVacant() {
    register(1, true);
    ModelLine gbpusd = new ModelLine("GBPUSD");
    ModelVersion own =
        registry.register(trained(2, gbpusd, Timeframe.H1, true), "trainer").version();

    registry.rollback(own, "bob", "worse live");

    AuditEvent event = audit.newest(1).getFirst().event();
    assertThat(event.action()).isEqualTo("model.rolled_back");
    assertThat(event.actor()).isEqualTo("bob");
    assertThat(event.detail())
        .containsEntry("champion_before", own.value())
        .containsEntry("champion", null)
        .containsEntry("serving_line", "global")
        .containsEntry("serving_version", version(1).value())
        .containsEntry("reason", "worse live");
  }

  @Test
  void changesNothingWhereTheAuditRowCannotBeWritten() {
    register(1, true);
    register(2, true);
    LineState before = line();
    jdbc.sql("alter table audit_log add check (actor <> 'ann')").update();

    assertThatThrownBy(() -> promote(2, 100)).isInstanceOf(DataIntegrityViolationException.class);

    assertThat(line()).isEqualTo(before);
    assertThat(status(2)).isEqualTo(ModelStatus.CANDIDATE);
    assertThat(registry.rollouts(10)).hasSize(2);
  }

  @Test
  void readsDocumentsThatANewerBuildWrote() {
    register(1, true);
    jdbc.sql("update ml_models set report = report || '{\"sharpe\": {\"value\": 1.2}}'").update();

    assertThat(registry.find(version(1)))
        .contains(trained(1, GLOBAL, Timeframe.H1, true).with(ModelStatus.ACTIVE));
  }

  /** Eight clients register, promote and roll back at random; afterwards all must fit together. */
  @Test
  void keepsOneTruthWhenEightClientsChangeALineAtOnce() throws Exception {
    int versions = 24;
    register(0, true);
    Callable<Integer> client =
        () -> {
          int changes = 0;
          Random random = new Random(Thread.currentThread().threadId());
          for (int i = 0; i < 40; i++) {
            int v = random.nextInt(versions);
            changes +=
                switch (random.nextInt(4)) {
                  case 0 -> registerIfNew(v);
                  case 1 -> promote(v, 100) == null ? 0 : 1;
                  case 2 -> promote(v, random.nextInt(100)) == null ? 0 : 1;
                  default -> registry.rollback(version(v), "bob", null) == null ? 0 : 1;
                };
          }
          return changes;
        };

    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> changes : clients.invokeAll(Collections.nCopies(8, client))) {
        assertThat(changes.get()).isPositive();
      }
    }

    LineState line = line();
    assertThat(line.champion()).isNotNull();
    for (ModelRecord model : registry.newest(versions)) {
      assertThat(model.status()).isEqualTo(statusThatFollows(line, model));
    }
    assertThat(registry.rollouts(10_000)).hasSameSizeAs(audit.newest(10_000));
    assertThat(replayed()).isEqualTo(line.champion());
  }

  private int registerIfNew(int v) {
    try {
      return register(v, true).status() == ModelStatus.REJECTED ? 0 : 1;
    } catch (IllegalStateException | DuplicateKeyException known) {
      return 0;
    }
  }

  private static ModelStatus statusThatFollows(LineState line, ModelRecord model) {
    if (model.version().equals(line.champion())) {
      return ModelStatus.ACTIVE;
    }
    if (model.version().equals(line.challenger())) {
      return ModelStatus.CANDIDATE;
    }
    assertThat(model.status()).isIn(ModelStatus.RETIRED, ModelStatus.ROLLED_BACK);
    return model.status();
  }

  /** The champion that the audit log, read from its beginning, ends with. */
  private ModelVersion replayed() {
    List<AuditEntry> oldestFirst =
        audit.newest(10_000).stream().sorted(Comparator.comparingLong(AuditEntry::id)).toList();
    Stream<Object> before =
        oldestFirst.stream().skip(1).map(entry -> entry.event().detail().get("champion_before"));
    Stream<Object> after =
        oldestFirst.stream().map(entry -> entry.event().detail().get("champion"));
    List<Object> afterwards = after.toList();
    assertThat(before).isEqualTo(afterwards.subList(0, afterwards.size() - 1));
    return new ModelVersion(String.valueOf(afterwards.getLast()));
  }

  @Test
  void findsTheNewestVersionsThroughTheirIndex() {
    IntStream.range(0, 50).forEach(i -> register(i, false));
    jdbc.sql("analyze ml_models").update();

    assertThat(
            jdbc.sql(
                    """
                    explain (settings off) select * from ml_models
                     order by created_at desc, version desc limit 5
                    """)
                .query(String.class)
                .list())
        .anyMatch(plan -> plan.contains("ml_models_newest"));
  }
}
