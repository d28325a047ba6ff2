package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process holds of the machine's memory, as Linux tells it.
 *
 * @param residentKilobytes now ({@code VmRSS})
 * @param peakKilobytes the most since it began ({@code VmHWM})
 */
public record ProcessMemory(long residentKilobytes, long peakKilobytes) {
  /** After so many a heap has shrunk as far as it will: HotSpot gives memory back in four steps. */
  private static final int COLLECTIONS = 5;

  public long residentMegabytes() {
    return residentKilobytes / 1024;
  }

  public long peakMegabytes() {
    return peakKilobytes / 1024;
  }

  /** Empty where there is no {@code /proc}. */
  public static Optional<ProcessMemory> of(long pid) {
    try {
      long resident = 0;
      long peak = 0;
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmRSS:")) {
          resident = kilobytes(line);
        } else if (line.startsWith("VmHWM:")) {
          peak = kilobytes(line);
        }
      }
      return Optional.of(new ProcessMemory(resident, peak));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The same of a Java process that has collected its garbage and given back what it did not need;
   * empty as there.
   */
  public static Optional<ProcessMemory> afterCollection(long pid) {
    for (int i = 0; i < COLLECTIONS; i++) {
      ask(pid, "GC.run");
    }
    ask(pid, "System.trim_native_heap");
    return of(pid);
  }

  private static void ask(long pid, String wish) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Programs.Outcome asked = Programs.run(List.of(jcmd, Long.toString(pid), wish));
      if (!asked.succeeded()) {
        throw new StackFailure("%s was not done: %s".formatted(wish, asked.output()));
      }
    } catch (IOException e) {
      throw new StackFailure("%s was not done: %s".formatted(wish, e.getMessage()), e);
    }
  }

  private static long kilobytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
