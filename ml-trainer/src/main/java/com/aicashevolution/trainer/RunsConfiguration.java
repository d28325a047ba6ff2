package com.aicashevolution.trainer;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.fits.Replica;
import com.aicashevolution.trainer.pipeline.RunLedger;
import com.aicashevolution.trainer.pipeline.RunWork;
import com.aicashevolution.trainer.publishing.ModelChoice;
import com.aicashevolution.trainer.runs.CurrentRun;
import com.aicashevolution.trainer.runs.Parents;
import com.aicashevolution.trainer.runs.RunExecutor;
import com.aicashevolution.trainer.runs.RunHistory;
import com.aicashevolution.trainer.runs.RunPlanner;
import com.aicashevolution.trainer.runs.TrainingMeters;
import com.aicashevolution.trainer.runs.TrainingProperties;
import com.aicashevolution.trainer.runs.TrainingQueue;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import com.aicashevolution.trainer.runs.jdbc.JdbcRunLedger;
import com.aicashevolution.trainer.runs.jdbc.JdbcTrainingRunStore;
import com.aicashevolution.trainer.schedule.ScheduleProperties;
import com.aicashevolution.trainer.schedule.StalenessCheck;
import com.aicashevolution.trainer.schedule.TrainingTasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires queue, history and execution of runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleProperties.class)
class RunsConfiguration {

  /** Often enough for a progress bar and for a cancel to feel immediate. */
  private static final Duration ROW_HEARTBEAT = Duration.ofSeconds(1);

  @Bean
  TrainingRunStore trainingRunStore(
      JdbcClient jdbc, TransactionOperations transactions, AuditLog audit, Replica replica) {
    return new JdbcTrainingRunStore(jdbc, transactions, audit, replica.name());
  }

  @Bean
  RunLedger runLedger(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
    return new JdbcRunLedger(jdbc, transactions, clock);
  }

  @Bean
  RunPlanner runPlanner(TrainingProperties properties, TradedSymbols traded, ModelChoice models) {
    return new RunPlanner(properties, traded.symbols(), new Parents(models::choose));
  }

  @Bean
  TrainingQueue trainingQueue(TrainingRunStore store, RunPlanner planner, Clock clock) {
    return new TrainingQueue(store, planner, clock);
  }

  @Bean
  CurrentRun currentRun(TrainingRunStore store, Clock clock) {
    return new CurrentRun(store, clock, ROW_HEARTBEAT);
  }

  @Bean
  RunExecutor runExecutor(
      RunHistory history, RunPlanner planner, RunWork work, CurrentRun current) {
    return new RunExecutor(history, planner, work, current);
  }

  @Bean
  RunHistory runHistory(TrainingRunStore store, TrainingMeters meters, Clock clock) {
    return new RunHistory(store, meters, clock);
  }

  @Bean
  StalenessCheck stalenessCheck(
      ModelRegistry registry, CandleStore candles, Clock clock, ScheduleProperties properties) {
    return new StalenessCheck(registry, candles, clock, properties.maxModelAge());
  }

  @Bean
  TrainingTasks trainingTasks(RunExecutor executor, TrainingQueue queue, StalenessCheck staleness) {
    return new TrainingTasks(executor, queue, staleness);
  }
}
