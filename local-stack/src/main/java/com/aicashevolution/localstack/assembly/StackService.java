package com.aicashevolution.localstack.assembly;

import java.nio.file.Path;
import java.util.List;

/** One of the three services, in the order in which they are started. */
public enum StackService {
  TRAINER("ml-trainer", "TRAINING_PORT", "-Xms64m -Xmx1536m", true),
  INFERENCE("ml-inference", "INFERENCE_PORT", StackService.ANSWERING, false),
  API("ml-api", "PORT", StackService.ANSWERING, false);

  /**
   * Of services that people wait for, as the image has them: memory that is not needed is given
   * back; and requests come before compilers and before threads of the lowest priority, which load
   * models.
   */
  private static final String ANSWERING =
      "-Xms64m -Xmx256m -Xmn32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40"
          + " -XX:TrimNativeHeapInterval=60000"
          + " -XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=5"
          + " -XX:JavaPriority1_To_OSPriority=19";

  private final String module;
  private final String portVariable;
  private final String flags;
  private final boolean givesWay;

  StackService(String module, String portVariable, String flags, boolean givesWay) {
    this.module = module;
    this.portVariable = portVariable;
    this.flags = flags;
    this.givesWay = givesWay;
  }

  /** Name of its module, its process and its log. */
  public String module() {
    return module;
  }

  public String portVariable() {
    return portVariable;
  }

  /** Flags of its virtual machine: the memory of its objects, and which threads give way. */
  List<String> flags() {
    return List.of(flags.split(" ", -1));
  }

  /**
   * Whether it has the processor after the others: who asks for a signal does not wait for a fit.
   */
  boolean givesWay() {
    return givesWay;
  }

  /** The executable jar that the build makes. */
  public Path jar(Path project) {
    return project.resolve(module).resolve("target").resolve(module + "-1.0.0-SNAPSHOT-exec.jar");
  }
}
