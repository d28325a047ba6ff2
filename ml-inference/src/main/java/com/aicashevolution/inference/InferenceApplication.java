package com.aicashevolution.inference;

import com.aicashevolution.inference.cli.InferenceCommands;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of ml-inference: the service, or with the first argument {@code cli} a command. */
@SpringBootApplication(
    scanBasePackages = {"com.aicashevolution.inference", "com.aicashevolution.platform"})
public class InferenceApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(InferenceCommands.WORD)) {
      System.exit(InferenceCommands.run(Arrays.copyOfRange(args, 1, args.length)));
    }
    SpringApplication.run(InferenceApplication.class, args);
  }
}
