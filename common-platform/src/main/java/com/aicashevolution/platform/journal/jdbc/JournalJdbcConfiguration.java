package com.aicashevolution.platform.journal.jdbc;

import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the journal; a service that puts another one before it makes that one primary. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class JournalJdbcConfiguration {

  @Bean
  JdbcPredictionJournal jdbcPredictionJournal(JdbcClient jdbc) {
    return new JdbcPredictionJournal(jdbc);
  }

  @Bean
  JdbcJournalArchive jdbcJournalArchive(JdbcClient jdbc) {
    return new JdbcJournalArchive(jdbc);
  }
}
