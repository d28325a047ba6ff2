package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import com.aicashevolution.platform.registry.AnnouncedModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class RegistryJdbcConfiguration {

  @Bean
  ModelRegistry modelRegistry(
      JdbcClient jdbc,
      TransactionOperations transactions,
      AuditLog audit,
      Clock clock,
      Announcer announcer) {
    return new AnnouncedModelRegistry(
        new JdbcModelRegistry(jdbc, transactions, audit, clock), announcer);
  }
}
