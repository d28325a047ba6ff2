package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs {@code java -jar ….jar cli …} of a service with the stack's environment. */
public final class JarTool {
  /** Gives the kernel its vectors. */
  public static final String VECTORS = "--add-modules=jdk.incubator.vector";

  private final LocalStack stack;

  public JarTool(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Starts ml-api's.
   *
   * @param log where its output goes; null for our own output
   */
  public Process start(List<String> arguments, @Nullable Path log) {
    List<String> flags = List.of("-XX:TieredStopAtLevel=1", VECTORS);
    ProcessBuilder builder = program(StackService.API, flags, arguments);
    try {
      if (log == null) {
        builder.inheritIO();
      } else {
        Files.createDirectories(log.getParent());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
      }
      return builder.start();
    } catch (IOException e) {
      throw failed(StackService.API, e);
    }
  }

  /** Starts ml-inference's with our own output. */
  public Process startInference(List<String> arguments) {
    return startInferenceHere(List.of(VECTORS), arguments);
  }

  /**
   * Starts ml-inference's with our own output and plain loops: the same bits, and where only golden
   * vectors are computed soon enough without the line that the virtual machine writes about its
   * vectors.
   */
  public Process startInferenceWithoutVectors(List<String> arguments) {
    return startInferenceHere(List.of(), arguments);
  }

  private Process startInferenceHere(List<String> flags, List<String> arguments) {
    try {
      return program(StackService.INFERENCE, flags, arguments).inheritIO().start();
    } catch (IOException e) {
      throw failed(StackService.INFERENCE, e);
    }
  }

  /**
   * Starts ml-inference's on a virtual machine with {@code flags}, to be listened to. It ends with
   * us.
   */
  public Process startInference(List<String> flags, List<String> arguments) {
    try {
      Process process = program(StackService.INFERENCE, flags, arguments).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-tool"));
      return process;
    } catch (IOException e) {
      throw failed(StackService.INFERENCE, e);
    }
  }

  private ProcessBuilder program(StackService service, List<String> flags, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC"));
    command.addAll(flags);
    command.addAll(List.of("-jar", service.jar(stack.layout().project()).toString(), "cli"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(stack.toolEnvironment());
    return builder;
  }

  private StackFailure failed(StackService service, IOException e) {
    Path jar = service.jar(stack.layout().project());
    return new StackFailure("%s could not be started: %s".formatted(jar, e.getMessage()), e);
  }

  public static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
