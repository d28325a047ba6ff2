package com.aicashevolution.trainer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of ml-trainer. */
@SpringBootApplication(
    scanBasePackages = {"com.aicashevolution.trainer", "com.aicashevolution.platform"})
public class TrainerApplication {

  public static void main(String[] args) {
    SpringApplication.run(TrainerApplication.class, args);
  }
}
