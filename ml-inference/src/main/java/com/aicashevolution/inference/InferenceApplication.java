package com.aicashevolution.inference;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of ml-inference. */
@SpringBootApplication(
    scanBasePackages = {"com.aicashevolution.inference", "com.aicashevolution.platform"})
public class InferenceApplication {

  public static void main(String[] args) {
    SpringApplication.run(InferenceApplication.class, args);
  }
}
