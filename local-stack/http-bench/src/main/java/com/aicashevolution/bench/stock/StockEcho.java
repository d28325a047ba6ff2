package com.aicashevolution.bench.stock;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the peer; {@code server.port} and {@code stock.key} come as arguments. */
@SpringBootApplication
public class StockEcho {

  /**
   * Starts it with what the issue calls the stock set-up: everything else but kept connections is
   * Boot's default.
   */
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(StockEcho.class);
    application.setDefaultProperties(
        Map.of(
            "spring.threads.virtual.enabled", "true",
            // as ours: Tomcat closes a connection after a hundred requests by itself
            "server.tomcat.max-keep-alive-requests", "-1",
            "spring.main.banner-mode", "off",
            "management.endpoints.web.exposure.include", "health,prometheus"));
    application.run(arguments);
  }
}
