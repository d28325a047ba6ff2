package com.aicashevolution.trainer.runs.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.platform.audit.jdbc.JdbcAuditLog;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.runs.RunStatus;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import com.aicashevolution.trainer.runs.TrainingRunStore.Ending;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingRunStore.Signal;
import com.aicashevolution.trainer.runs.TrainingRunStoreContract;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcTrainingRunStoreIT extends TrainingRunStoreContract {

  @Override
  protected TrainingRunStore emptyStore() {
    TestDatabase database =
        TestStack.freshDatabase("trainer-schema", JdbcTrainingRunStoreIT::migrate);
    return store(database, "here/1");
  }

  private static TrainingRunStore store(TestDatabase database, String replica) {
    DriverManagerDataSource dataSource = dataSource(database);
    JdbcClient jdbc = JdbcClient.create(dataSource);
    return new JdbcTrainingRunStore(
        jdbc,
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
        new JdbcAuditLog(jdbc, Clock.systemUTC()),
        replica);
  }

  @Test
  void letsOneOfManySimultaneousWishesInAndOneOfManyTrainersHaveIt() throws Exception {
    TrainingRunStore store = emptyStore();
    Instant at = Instant.parse("2026-11-21T02:00:00Z");

    List<EnqueueResult> wishes =
        allAtOnce(
            () -> store.enqueue(TrainingRequest.DEFAULT, "me", TrainingTrigger.REQUEST, true, at));
    assertThat(wishes).filteredOn(EnqueueResult.Queued.class::isInstance).hasSize(1);

    assertThat(allAtOnce(() -> store.claim(at).isPresent())).filteredOn(b -> b).hasSize(1);
  }

  @Test
  void aTrainerThatWasTakenForDeadNeverWritesAgain() {
    TestDatabase database =
        TestStack.freshDatabase("trainer-schema", JdbcTrainingRunStoreIT::migrate);
    TrainingRunStore here = store(database, "here/1");
    TrainingRunStore there = store(database, "there/2");
    Instant at = Instant.parse("2026-11-21T02:00:00Z");
    var _ = here.enqueue(TrainingRequest.DEFAULT, "me", TrainingTrigger.REQUEST, false, at);
    String id = here.claim(at).orElseThrow().trainingId();
    assertThat(there.resume(at.plusSeconds(30)).orElseThrow().trainingId()).isEqualTo(id);

    assertThat(here.report(id, RunStep.FIT, 0.5, "still here", at)).isEqualTo(Signal.LOST);
    assertThat(here.finish(id, FAILED, at)).isFalse();
    assertThat(there.report(id, RunStep.FIT, 0.5, "mine now", at)).isEqualTo(Signal.CONTINUE);
    assertThat(there.finish(id, FAILED, at)).isTrue();
  }

  private static final Ending FAILED =
      new Ending(RunStatus.FAILED, RunStep.FIT, "broken", TrainingRun.Result.NONE);

  private static <T> List<T> allAtOnce(Callable<T> action) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        futures.add(threads.submit(action));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  private static void migrate(TestDatabase database) {
    var _ = Flyway.configure().dataSource(dataSource(database)).load().migrate();
  }

  private static DriverManagerDataSource dataSource(TestDatabase database) {
    return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
  }
}
