package com.aicashevolution.localstack.assembly;

import java.nio.file.Path;

/** One of the three services, in the order in which they are started. */
public enum StackService {
  TRAINER("ml-trainer", "TRAINING_PORT", 1536),
  INFERENCE("ml-inference", "INFERENCE_PORT", 256),
  API("ml-api", "PORT", 256);

  private final String module;
  private final String portVariable;
  private final int heapMegabytes;

  StackService(String module, String portVariable, int heapMegabytes) {
    this.module = module;
    this.portVariable = portVariable;
    this.heapMegabytes = heapMegabytes;
  }

  /** Name of its module, its process and its log. */
  public String module() {
    return module;
  }

  public String portVariable() {
    return portVariable;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** The executable jar that the build makes. */
  public Path jar(Path project) {
    return project.resolve(module).resolve("target").resolve(module + "-1.0.0-SNAPSHOT-exec.jar");
  }
}
