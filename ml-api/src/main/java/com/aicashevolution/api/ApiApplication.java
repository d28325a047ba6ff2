package com.aicashevolution.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of ml-api. */
@SpringBootApplication(
    scanBasePackages = {"com.aicashevolution.api", "com.aicashevolution.platform"})
public class ApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(ApiApplication.class, args);
  }
}
