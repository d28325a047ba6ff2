package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code java -jar ml-trainer-….jar prove …}: the trainer without a stack around it. */
public final class TrainerProofs {
  private final Path jar;

  public TrainerProofs(Path project) {
    this.jar = StackService.TRAINER.jar(project);
  }

  /** Starts it; what it prints and complains about is to be read from the process. Ends with us. */
  public Process start(List<String> arguments) {
    if (!Files.exists(jar)) {
      throw new StackFailure(jar + " is missing: run ./ml build.");
    }
    List<String> command = new ArrayList<>(ServiceLaunch.jvm(StackService.TRAINER));
    command.addAll(List.of("-jar", jar.toString(), "prove"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // more threads a fit change its bits
    builder.environment().put("OMP_NUM_THREADS", "1");
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-proof"));
      return process;
    } catch (IOException e) {
      throw new StackFailure("%s could not be started: %s".formatted(jar, e.getMessage()), e);
    }
  }
}
