package com.aicashevolution.localstack.assembly;

import java.nio.file.Path;
import java.util.List;

/** One of the three services, in the order in which they are started. */
public enum StackService {
  TRAINER("ml-trainer", "TRAINING_PORT", "-Xms64m -Xmx1536m"),
  INFERENCE("ml-inference", "INFERENCE_PORT", "-Xms64m -Xmx256m"),
  API("ml-api", "PORT", "-Xms64m -Xmx256m");

  private final String module;
  private final String portVariable;
  private final String memory;

  StackService(String module, String portVariable, String memory) {
    this.module = module;
    this.portVariable = portVariable;
    this.memory = memory;
  }

  /** Name of its module, its process and its log. */
  public String module() {
    return module;
  }

  public String portVariable() {
    return portVariable;
  }

  /** Flags that say how much memory its virtual machine may use for objects. */
  List<String> memory() {
    return List.of(memory.split(" ", -1));
  }

  /** The executable jar that the build makes. */
  public Path jar(Path project) {
    return project.resolve(module).resolve("target").resolve(module + "-1.0.0-SNAPSHOT-exec.jar");
  }
}
