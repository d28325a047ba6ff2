package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void replacesTheRowOfOneClaimAndKeepsTheOthers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("docs/CLAIMS.md");
    ClaimsTable table = new ClaimsTable(file);
    Claim parity = Claims.named("parity").orElseThrow();
    Claim determinism = Claims.named("determinism").orElseThrow();
    table.write(parity, new Finding("9 of 10", false, ""), false, DAY);
    table.write(determinism, new Finding("2 of 2", true, ""), true, DAY);
    table.write(parity, new Finding("10 of 10", true, ""), false, DAY);
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> line.startsWith("| `"))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("`parity`").contains("| 10 of 10 | holds |"))
        .anySatisfy(
            line ->
                assertThat(line).contains("./ml prove determinism --full").contains("2026-11-02"));
  }
}
