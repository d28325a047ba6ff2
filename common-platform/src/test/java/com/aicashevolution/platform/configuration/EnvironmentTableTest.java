package com.aicashevolution.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnvironmentTableTest {

  private static final Path PAGE =
      Path.of(System.getProperty("project.root"), "docs", "ENVIRONMENT.md");

  @Test
  void isThePageInTheDocumentation() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, EnvironmentTable.markdown());
    }
    assertThat(PAGE).hasContent(EnvironmentTable.markdown());
  }
}
