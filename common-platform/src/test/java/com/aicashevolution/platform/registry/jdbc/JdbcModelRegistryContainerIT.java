package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.platform.audit.jdbc.JdbcAuditLog;
import com.aicashevolution.platform.containers.ProductionImages;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistryContract;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class JdbcModelRegistryContainerIT extends ModelRegistryContract {

  @Override
  protected ModelRegistry emptyRegistry(Clock clock) {
    DataSource database = ProductionImages.freshDatabase();
    JdbcClient client = JdbcClient.create(database);
    return new JdbcModelRegistry(
        client,
        new TransactionTemplate(new JdbcTransactionManager(database)),
        new JdbcAuditLog(client, clock),
        clock);
  }
}
