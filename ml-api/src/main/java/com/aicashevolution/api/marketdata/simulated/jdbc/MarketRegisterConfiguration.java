package com.aicashevolution.api.marketdata.simulated.jdbc;

import com.aicashevolution.api.marketdata.SimulatedCandles;
import com.aicashevolution.api.marketdata.simulated.MarketRegister;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the register. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class MarketRegisterConfiguration {

  @Bean
  MarketRegister marketRegister(JdbcClient jdbc, TransactionOperations transactions) {
    return new JdbcMarketRegister(jdbc, transactions);
  }

  @Bean
  SimulatedCandles simulatedCandles(JdbcClient jdbc) {
    return new JdbcSimulatedCandles(jdbc);
  }
}
