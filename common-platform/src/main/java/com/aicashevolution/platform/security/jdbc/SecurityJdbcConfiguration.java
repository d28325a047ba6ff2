package com.aicashevolution.platform.security.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import com.aicashevolution.platform.security.ApiKeys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the store of keys. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class SecurityJdbcConfiguration {

  @Bean
  ApiKeys apiKeys(
      JdbcClient jdbc, TransactionOperations transactions, AuditLog audit, Clock clock) {
    return new JdbcApiKeys(jdbc, transactions, audit, clock);
  }
}
