package com.aicashevolution.trainer;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.weights.SignalProperties;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.trainer.backtest.BacktestPlanner;
import com.aicashevolution.trainer.backtest.BacktestProperties;
import com.aicashevolution.trainer.backtest.Backtests;
import com.aicashevolution.trainer.backtest.FitRecipe;
import com.aicashevolution.trainer.backtest.TrialLedger;
import com.aicashevolution.trainer.backtest.WalkingFits;
import com.aicashevolution.trainer.backtest.WeightsInForce;
import com.aicashevolution.trainer.backtest.jobs.JobExecutor;
import com.aicashevolution.trainer.backtest.jobs.JobMeters;
import com.aicashevolution.trainer.backtest.jobs.JobQueue;
import com.aicashevolution.trainer.backtest.jobs.JobStore;
import com.aicashevolution.trainer.backtest.jobs.VersionWork;
import com.aicashevolution.trainer.backtest.jobs.jdbc.JdbcJobStore;
import com.aicashevolution.trainer.backtest.jobs.jdbc.JdbcTrialLedger;
import com.aicashevolution.trainer.backtest.report.BacktestReport;
import com.aicashevolution.trainer.backtest.report.xchart.XChartPainter;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.gate.GateProperties;
import com.aicashevolution.trainer.gate.PeriodExamination;
import com.aicashevolution.trainer.pipeline.RunLedger;
import com.aicashevolution.trainer.publishing.ModelChoice;
import com.aicashevolution.trainer.publishing.PublishedModels;
import com.aicashevolution.trainer.runs.RunPlanner;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.training.ParallelFits;
import com.aicashevolution.trainer.training.baseline.LastBar;
import com.aicashevolution.trainer.training.baseline.Prior;
import com.aicashevolution.trainer.training.baseline.Volatility;
import com.aicashevolution.trainer.validation.Validation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires backtests and validations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BacktestProperties.class, SignalProperties.class})
class BacktestConfiguration {

  @Bean
  JobStore jobStore(JdbcClient jdbc, TransactionOperations transactions, AuditLog audit) {
    return new JdbcJobStore(jdbc, transactions, audit);
  }

  @Bean
  TrialLedger trialLedger(JdbcClient jdbc, RunLedger runs, Clock clock) {
    return new JdbcTrialLedger(jdbc, runs, clock);
  }

  @Bean
  PublishedModels publishedModels(ModelRegistry registry, ArtifactStore artifacts) {
    return new PublishedModels(registry, artifacts);
  }

  @Bean
  ModelChoice modelChoice(ModelRegistry registry, PublishedModels versions) {
    return new ModelChoice(registry, versions);
  }

  @Bean
  WeightsInForce weightsInForce(WeightHistory history, SignalProperties signal) {
    return new WeightsInForce(history, signal.weightsMaxFactor());
  }

  @Bean
  BacktestPlanner backtestPlanner(
      ModelChoice models,
      CandleStore candles,
      WeightsInForce weights,
      RunPlanner runs,
      BacktestProperties properties) {
    return new BacktestPlanner(
        models,
        candles,
        weights,
        manifest ->
            FitRecipe.like(manifest, runs.plan("backtest", TrainingRequest.DEFAULT, "backtest")),
        properties);
  }

  @Bean
  Backtests backtests(
      CandleStore candles,
      FeaturePipeline pipeline,
      DatasetAssembler assembler,
      ParallelFits fits,
      TrialLedger ledger) {
    return new Backtests(candles, pipeline, new WalkingFits(assembler, fits, ledger), ledger);
  }

  @Bean
  Validation validation(DatasetAssembler assembler, GateProperties gate, TrialLedger ledger) {
    return new Validation(
        assembler,
        new PeriodExamination(
            List.of(new Prior(), LastBar.persistence(), LastBar.reversal(), new Volatility()),
            gate.confidence()),
        ledger);
  }

  @Bean
  JobQueue jobQueue(
      JobStore store, BacktestPlanner planner, Clock clock, BacktestProperties properties) {
    return new JobQueue(store, planner, clock, properties);
  }

  @Bean
  JobMeters jobMeters(MeterRegistry registry) {
    return new JobMeters(registry);
  }

  @Bean
  VersionWork versionWork(BacktestPlanner planner, Backtests backtests, Validation validation) {
    return new VersionWork(planner, backtests, new BacktestReport(new XChartPainter()), validation);
  }

  @Bean
  JobExecutor jobExecutor(
      JobStore store,
      VersionWork work,
      JobMeters meters,
      Clock clock,
      BacktestProperties properties) {
    return new JobExecutor(store, work, meters, clock, properties.keepFiles());
  }
}
