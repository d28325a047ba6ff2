package com.aicashevolution.trainer.fits.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitRef;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.fits.FitStore;
import com.aicashevolution.trainer.fits.FitStore.FitState;
import com.aicashevolution.trainer.fits.FitStore.State;
import com.aicashevolution.trainer.training.FitObserver.FitProgress;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.Stopping;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcFitStoreIT {

  private static final String RUN = "training_20261121_020000";
  private static final Instant T = Instant.parse("2026-11-21T02:00:00Z");
  private static final Hyperparameters HYPERPARAMETERS =
      new Hyperparameters(
          new Architecture(List.of(3), 2, 0.1, false),
          new Optimisation(0.002, 1e-5, 256, 12, 3, 0.5, SampleWeighting.UNIQUENESS));
  private static final FitOrder FOLD =
      new FitOrder(1, FitOrder.Kind.FOLD, 2, 7, HYPERPARAMETERS, new Stopping.OnValidation());
  private static final FitOrder REFIT =
      new FitOrder(2, FitOrder.Kind.REFIT, 0, 8, HYPERPARAMETERS, new Stopping.AfterEpochs(4));
  private static final FitRef FIRST = new FitRef(RUN, 1);

  private static final LstmParameters PARAMETERS =
      new LstmParameters(
          List.of(new Lstm(17, 1, new float[68], new float[4], new float[] {1, 2, 3, 4})),
          List.of(new Dense(1, 3, new float[] {5, 6, 7}, new float[3], Activation.SOFTMAX)));

  private JdbcClient jdbc;
  private FitStore store;

  @BeforeEach
  void beginWithARunningRun() {
    TestDatabase database = TestStack.freshDatabase("trainer-schema", JdbcFitStoreIT::migrate);
    DriverManagerDataSource dataSource = dataSource(database);
    jdbc = JdbcClient.create(dataSource);
    store =
        new JdbcFitStore(
            jdbc,
            new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
            _ -> List.of());
    jdbc.sql(
            """
            insert into ml_generation_logs (training_id, status, line, timeframe, request,
                   requested_by, trigger, queued_at, step, message)
            values (?, 'running', 'global', 'H1', '{}', 'me', 'request', now(), 'fit', '')
            """)
        .param(RUN)
        .update();
    store.post(RUN, List.of(FOLD, REFIT));
  }

  @Test
  void givesEachOrderBackAsItWasPostedAndPostsItOnce() {
    store.post(RUN, List.of(FOLD, REFIT));

    assertThat(store.states(RUN)).extracting(FitState::number).containsExactly(1, 2);
    assertThat(store.claim(FIRST, "here", T).orElseThrow().order()).isEqualTo(FOLD);
    assertThat(store.claim(new FitRef(RUN, 2), "here", T).orElseThrow().order()).isEqualTo(REFIT);
    assertThat(store.claim(new FitRef(RUN, 3), "here", T)).isEmpty();
  }

  @Test
  void tellsFromWhomAFitWasTakenAndHowOften() {
    assertThat(store.claim(FIRST, "here", T).orElseThrow().takenFrom()).isNull();
    assertThat(store.claim(FIRST, "here", T).orElseThrow().takeovers()).isZero();
    FitStore.Claimed taken = store.claim(FIRST, "there", T).orElseThrow();
    assertThat(taken.takenFrom()).isEqualTo("here");
    assertThat(taken.takeovers()).isOne();

    assertThat(store.beat(FIRST, "here", null)).as("taken from it").isFalse();
    assertThat(store.beat(FIRST, "there", null)).isTrue();
    store.release(FIRST, "here", "late");
    assertThat(store.states(RUN).getFirst().state()).isEqualTo(State.RUNNING);
    store.release(FIRST, "there", "shut down");
    assertThat(store.states(RUN).getFirst().state()).isEqualTo(State.WAITING);
    assertThat(store.claim(FIRST, "third", T).orElseThrow().takenFrom()).isNull();
  }

  @Test
  void passesProgressOnAndWhetherTheRunStillWantsIt() {
    FitProgress progress = new FitProgress(7, 2, 12, 0.5, 1_234.5, Double.NaN, Double.NaN);
    var _ = store.claim(FIRST, "here", T);
    assertThat(store.beat(FIRST, "here", progress)).isTrue();
    assertThat(store.beat(FIRST, "here", null)).isTrue();
    assertThat(store.states(RUN).getFirst().progress()).isEqualTo(progress);

    jdbc.sql("update ml_generation_logs set cancel_requested = true").update();
    assertThat(store.beat(FIRST, "here", progress)).isFalse();
    assertThat(store.claim(new FitRef(RUN, 2), "here", T)).isEmpty();
  }

  @Test
  void keepsAScoredFitToTheBit() {
    float[] logits = {0.1f, -0.0f, 1e-30f, Float.MAX_VALUE, 3.1415927f, -7f};
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[] {0, 2}, TemperatureScaling.NONE.applyAll(logits));
    FoldFit fit =
        new FoldFit(
            2,
            7,
            3,
            5,
            1_234.567,
            new TemperatureScaling(1.2345),
            new ConformalClassifier(0.1, 1.0 / 3, 77),
            metrics,
            logits);
    store.finish(FIRST, new FitResult.Scored(fit), T);

    FoldFit read = ((FitResult.Scored) store.result(FIRST)).fit();
    assertThat(read).usingRecursiveComparison().isEqualTo(fit);
    for (int i = 0; i < logits.length; i++) {
      assertThat(Float.floatToRawIntBits(read.logits()[i]))
          .isEqualTo(Float.floatToRawIntBits(logits[i]));
    }
  }

  @Test
  void keepsANetworkWithTheLibrarysOwnFile() {
    FittedNetwork network =
        new FittedNetwork(8, new byte[] {1, 2, 3}, PARAMETERS, 4, 4, Double.NaN, 99);
    store.finish(new FitRef(RUN, 2), new FitResult.Network(network), T);

    FittedNetwork read = ((FitResult.Network) store.result(new FitRef(RUN, 2))).network();
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("validationLogLoss")
        .isEqualTo(network);
    assertThat(read.validationLogLoss()).isNaN();
    assertThat(SafetensorsCodec.write(read.parameters()))
        .isEqualTo(SafetensorsCodec.write(PARAMETERS));
  }

  @Test
  void believesWhoFinishesFirstAndNobodyAfterTheEnd() {
    store.finish(FIRST, new FitResult.Diverged(3), T);
    store.finish(FIRST, new FitResult.Diverged(9), T);
    store.fail(FIRST, "late", T);

    assertThat(store.result(FIRST)).isEqualTo(new FitResult.Diverged(3));
    assertThat(store.claim(FIRST, "here", T)).isEmpty();
    store.fail(new FitRef(RUN, 2), "broken", T);
    assertThat(store.states(RUN).getLast())
        .isEqualTo(new FitState(2, State.FAILED, null, "broken"));
    assertThatThrownBy(() -> store.finish(FIRST, new FitResult.Cancelled(), T))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnOutcomeThatIsTooLargeForARow() {
    byte[] zip = new byte[65 << 20];
    FittedNetwork network = new FittedNetwork(8, zip, PARAMETERS, 4, 4, 1, 99);
    assertThatThrownBy(() -> store.finish(FIRST, new FitResult.Network(network), T))
        .isInstanceOf(FitStore.OutcomeTooLargeException.class)
        .hasMessageContaining("at most 67108864");
  }

  private static void migrate(TestDatabase database) {
    var _ = Flyway.configure().dataSource(dataSource(database)).load().migrate();
  }

  private static DriverManagerDataSource dataSource(TestDatabase database) {
    return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
  }
}
