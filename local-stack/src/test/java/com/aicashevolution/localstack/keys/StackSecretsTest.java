package com.aicashevolution.localstack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {
  private final Secrets fresh = new Secrets();

  @Test
  void areMadeOnceAndKept(@TempDir Path folder) {
    Path file = folder.resolve("keys.env");
    StackSecrets first = StackSecrets.loadOrCreate(file, fresh);
    StackSecrets second = StackSecrets.loadOrCreate(file, fresh);
    for (Role role : Role.values()) {
      assertThat(second.apiKey(role)).isEqualTo(first.apiKey(role)).matches("mlk_[\\w-]{43}");
    }
    assertThat(second.serviceKey()).isEqualTo(first.serviceKey()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(second.postgresPassword()).isEqualTo(first.postgresPassword());
  }

  @Test
  void areReadableByTheirOwnerAlone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys.env");
    StackSecrets.loadOrCreate(file, fresh);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void gainWhatALaterVersionNeedsAndKeepTheRest(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys.env");
    StackSecrets first = StackSecrets.loadOrCreate(file, fresh);
    List<String> lines = Files.readAllLines(file);
    lines.removeIf(line -> line.startsWith("ML_READ_KEY"));
    Files.write(file, lines);
    StackSecrets second = StackSecrets.loadOrCreate(file, fresh);
    assertThat(second.apiKey(Role.OPERATE)).isEqualTo(first.apiKey(Role.OPERATE));
    assertThat(second.apiKey(Role.READ)).isNotEqualTo(first.apiKey(Role.READ));
  }

  @Test
  void doNotShowThemselves(@TempDir Path folder) {
    StackSecrets secrets = StackSecrets.loadOrCreate(folder.resolve("keys.env"), fresh);
    assertThat(secrets.toString()).doesNotContain(secrets.serviceKey());
  }

  @Test
  void areStoredAsLowerCaseHexSha256() {
    // FIPS 180-2, appendix B.1
    assertThat(ApiKeyTable.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
