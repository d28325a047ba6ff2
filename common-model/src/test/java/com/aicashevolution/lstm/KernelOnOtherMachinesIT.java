package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real virtual machines that lack what this one has answer with the same bits. */
class KernelOnOtherMachinesIT {

  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "without the vector module      | 1  | -Xlog:disable",
        "as in production               | 0  | " + VECTORS,
        "16-byte vectors                | 4  | " + VECTORS + " -XX:MaxVectorSize=16",
        "32-byte vectors                | 8  | " + VECTORS + " -XX:MaxVectorSize=32",
        "interpreted only               | 0  | " + VECTORS + " -Xint",
        "first compiler only            | 0  | " + VECTORS + " -XX:TieredStopAtLevel=1",
        "without the fma instruction    | 1  | -XX:-UseFMA",
        "vectors without fma            | 0  | " + VECTORS + " -XX:-UseFMA",
      })
  void answersWithTheSameBits(String machine, int lanes, String flags) throws Exception {
    // wider than the machine has cannot be had
    assumeTrue(lanes <= KernelCapability.current().lanes(), machine);
    String[] answer = run(List.of(flags.split(" "))).split(" ");
    if (lanes > 0) {
      assertThat(answer[0]).isEqualTo(String.valueOf(lanes));
    }
    assertThat(answer[1]).isEqualTo(KernelDigest.digest());
  }

  private static String run(List<String> flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), KernelDigest.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(output).isZero();
      return output.strip();
    } finally {
      process.destroyForcibly();
    }
  }
}
