package com.aicashevolution.api;

import com.aicashevolution.api.marketdata.cli.MarketDataCommands;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of ml-api: the service, or with the first argument {@code cli} a command. */
@SpringBootApplication(
    scanBasePackages = {"com.aicashevolution.api", "com.aicashevolution.platform"})
public class ApiApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(MarketDataCommands.WORD)) {
      System.exit(MarketDataCommands.run(Arrays.copyOfRange(args, 1, args.length)));
    }
    SpringApplication.run(ApiApplication.class, args);
  }
}
