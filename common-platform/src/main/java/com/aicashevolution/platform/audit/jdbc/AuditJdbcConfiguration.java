package com.aicashevolution.platform.audit.jdbc;

import com.aicashevolution.platform.audit.AuditLog;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the audit log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class AuditJdbcConfiguration {

  @Bean
  AuditLog auditLog(JdbcClient jdbc, Clock clock) {
    return new JdbcAuditLog(jdbc, clock);
  }
}
