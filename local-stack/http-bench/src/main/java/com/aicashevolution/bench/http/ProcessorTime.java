package com.aicashevolution.bench.http;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time a process has used.
 *
 * @param all by every thread
 * @param compilers by those that compile Java to machine code: they rest after a while, sooner on a
 *     quiet machine, and what they use until then belongs to no answer. Zero where the system does
 *     not tell
 */
record ProcessorTime(Duration all, Duration compilers) {
  static final ProcessorTime NONE = new ProcessorTime(Duration.ZERO, Duration.ZERO);

  /** Of {@code process} so far. */
  static ProcessorTime of(ProcessHandle process) {
    Duration all = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new ProcessorTime(all, compilers(Path.of("/proc/" + process.pid() + "/task")));
  }

  private static Duration compilers(Path tasks) {
    long nanos = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
      for (Path task : all) {
        if (Files.readString(task.resolve("comm")).matches("C[12] Compiler.*\\s*")) {
          nanos += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
        }
      }
    } catch (IOException notLinuxOrEnded) {
      return Duration.ofNanos(nanos);
    }
    return Duration.ofNanos(nanos);
  }

  ProcessorTime plus(ProcessorTime other) {
    return new ProcessorTime(all.plus(other.all), compilers.plus(other.compilers));
  }

  /** Without the compilers. */
  Duration forAnswers() {
    return all.minus(compilers);
  }
}
