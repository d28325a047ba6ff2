package com.aicashevolution.platform.candles.jdbc;

import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.candles.CandleStoreContract;
import com.aicashevolution.platform.containers.ProductionImages;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class JdbcCandleStoreContainerIT extends CandleStoreContract {

  @Override
  protected CandleStore emptyStore(Clock clock) {
    DataSource database = ProductionImages.freshDatabase();
    return new JdbcCandleStore(
        JdbcClient.create(database),
        new TransactionTemplate(new JdbcTransactionManager(database)),
        clock);
  }
}
