package com.aicashevolution.trainer;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.drift.DriftMeters;
import com.aicashevolution.trainer.drift.DriftProperties;
import com.aicashevolution.trainer.drift.DriftRecorder;
import com.aicashevolution.trainer.drift.DriftReports;
import com.aicashevolution.trainer.drift.DriftWatch;
import com.aicashevolution.trainer.drift.JournalledAnswers;
import com.aicashevolution.trainer.drift.LineCheck;
import com.aicashevolution.trainer.drift.ReferenceShelf;
import com.aicashevolution.trainer.drift.jdbc.JdbcDriftReports;
import com.aicashevolution.trainer.drift.jdbc.JdbcJournalledAnswers;
import com.aicashevolution.trainer.runs.TrainingQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the watch for drift. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DriftProperties.class)
class DriftConfiguration {

  @Bean
  DriftReports driftReports(JdbcClient jdbc, TransactionOperations transactions, AuditLog audit) {
    return new JdbcDriftReports(jdbc, transactions, audit);
  }

  @Bean
  JournalledAnswers journalledAnswers(JdbcClient jdbc) {
    return new JdbcJournalledAnswers(jdbc);
  }

  @Bean
  DriftMeters driftMeters(MeterRegistry registry) {
    return new DriftMeters(registry);
  }

  @Bean
  LineCheck lineCheck(
      ArtifactStore artifacts,
      ModelRegistry registry,
      CandleStore candles,
      JournalledAnswers journal,
      FeaturePipeline features) {
    return new LineCheck(new ReferenceShelf(artifacts, registry), candles, journal, features);
  }

  @Bean
  DriftRecorder driftRecorder(
      DriftReports reports,
      TrainingQueue queue,
      DriftProperties properties,
      TransactionOperations transactions) {
    return new DriftRecorder(reports, queue, properties, transactions);
  }

  @Bean
  DriftWatch driftWatch(
      ModelRegistry registry,
      LineCheck check,
      DriftRecorder recorder,
      DriftMeters meters,
      Clock clock) {
    return new DriftWatch(registry, check, recorder, meters, clock);
  }
}
