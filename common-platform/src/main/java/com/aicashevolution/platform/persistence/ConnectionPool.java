package com.aicashevolution.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;

/** Sets up the pool and the driver below it. */
final class ConnectionPool {

  private static final int MINIMUM_IDLE = 2;
  private static final Duration KEEPALIVE = Duration.ofMinutes(1);
  private static final Duration MAX_LIFETIME = Duration.ofMinutes(15);

  private ConnectionPool() {}

  /** A pool that starts whether or not the server can be reached, and connects when it can. */
  static HikariDataSource open(DatabaseProperties properties, String applicationName) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(applicationName);
    config.setJdbcUrl(properties.url().jdbcUrl());
    config.setDataSourceProperties(driverProperties(properties, applicationName));
    config.setMaximumPoolSize(properties.poolSize());
    config.setMinimumIdle(MINIMUM_IDLE);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(properties.connectTimeout().toMillis());
    config.setValidationTimeout(properties.connectTimeout().toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    config.setMaxLifetime(MAX_LIFETIME.toMillis());
    return new HikariDataSource(config);
  }

  /**
   * What the driver is told. The URL may choose everything except the threshold: a statement
   * prepared on one server connection does not exist on the next one that a pooler in transaction
   * mode hands out.
   */
  static Properties driverProperties(DatabaseProperties properties, String applicationName) {
    Properties driver = new Properties();
    driver.setProperty("user", properties.url().user());
    driver.setProperty("password", properties.url().password());
    driver.setProperty("ApplicationName", applicationName);
    driver.setProperty("connectTimeout", seconds(properties.connectTimeout()));
    driver.setProperty("loginTimeout", seconds(properties.connectTimeout()));
    driver.setProperty("socketTimeout", seconds(properties.socketTimeout()));
    driver.setProperty("tcpKeepAlive", "true");
    driver.putAll(properties.url().parameters());
    driver.setProperty("prepareThreshold", "0");
    return driver;
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }
}
