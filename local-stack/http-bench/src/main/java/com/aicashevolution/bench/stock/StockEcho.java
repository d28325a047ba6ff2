package com.aicashevolution.bench.stock;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the peer; {@code server.port} and {@code stock.key} come as arguments. */
@SpringBootApplication
public class StockEcho {

  /** Starts it with what the issue calls the stock set-up: everything else is Boot's default. */
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(StockEcho.class);
    application.setDefaultProperties(
        Map.of(
            "spring.threads.virtual.enabled", "true",
            "spring.main.banner-mode", "off",
            "management.endpoints.web.exposure.include", "health,prometheus"));
    application.run(arguments);
  }
}
