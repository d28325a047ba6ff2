package com.aicashevolution.localstack.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process holds of the machine's memory, as Linux tells it.
 *
 * @param residentKilobytes now ({@code VmRSS})
 * @param peakKilobytes the most since it began ({@code VmHWM})
 */
public record ProcessMemory(long residentKilobytes, long peakKilobytes) {
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

  private static long kilobytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
