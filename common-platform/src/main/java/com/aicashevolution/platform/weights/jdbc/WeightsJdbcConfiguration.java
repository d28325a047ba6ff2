package com.aicashevolution.platform.weights.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import com.aicashevolution.platform.weights.AnnouncedWeightHistory;
import com.aicashevolution.platform.weights.WeightHistory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the history of weights. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class WeightsJdbcConfiguration {

  @Bean
  WeightHistory weightHistory(
      JdbcClient jdbc,
      TransactionOperations transactions,
      AuditLog audit,
      Clock clock,
      Announcer announcer) {
    return new AnnouncedWeightHistory(
        new JdbcWeightHistory(jdbc, transactions, audit, clock), announcer);
  }
}
