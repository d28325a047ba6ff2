package com.aicashevolution.inference;

import com.aicashevolution.inference.journal.FailoverJournal;
import com.aicashevolution.inference.journal.GroupCommit;
import com.aicashevolution.inference.journal.JournalProperties;
import com.aicashevolution.inference.journal.Spool;
import com.aicashevolution.inference.journal.SpoolReplay;
import com.aicashevolution.inference.journal.file.FileSpool;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.runtime.Repeating;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the journal: Postgres, the spool behind it, and the one writer before both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalProperties.class)
class JournalConfiguration {

  private static final Duration REPLAY_EVERY = Duration.ofSeconds(1);

  @Bean(destroyMethod = "close")
  FileSpool spool(JournalProperties properties) throws IOException {
    return FileSpool.open(properties.spoolDirectory(), properties.spoolLimit().toBytes());
  }

  /** Whoever asks for the port without a word gets the table. */
  @Bean(defaultCandidate = false)
  @Qualifier(FailoverJournal.NAME) FailoverJournal failoverJournal(PredictionJournal table, Spool spool) {
    return new FailoverJournal(table, spool);
  }

  @Bean
  SpoolReplay spoolReplay(Spool spool, PredictionJournal table) {
    return new SpoolReplay(spool, table);
  }

  @Bean
  Repeating spoolEmptying(SpoolReplay replay) {
    return new Repeating("spool-replay", REPLAY_EVERY, replay::run);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  GroupCommit groupCommit(
      @Qualifier(FailoverJournal.NAME) PredictionJournal journal, JournalProperties properties) {
    return new GroupCommit(journal, properties.queueCapacity(), properties.batchSize());
  }

  @Bean
  MeterBinder journalMetrics(Spool spool) {
    return meters ->
        Gauge.builder("ml.journal.backlog", spool, Spool::size)
            .description("Predictions that wait in the spool for Postgres")
            .register(meters);
  }
}
