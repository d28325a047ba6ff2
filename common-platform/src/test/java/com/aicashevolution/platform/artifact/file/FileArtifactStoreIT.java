package com.aicashevolution.platform.artifact.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ArtifactStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreIT extends ArtifactStoreContract {

  @TempDir Path folder;

  @Override
  protected ArtifactStore emptyStore() {
    return new FileArtifactStore(folder.resolve("store"));
  }

  @Override
  protected void smuggle(ModelVersion version, String file, byte[] content) throws IOException {
    Path target = folder.resolve("store/models").resolve(version.value()).resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, content);
  }

  @Test
  void leavesNoTemporaryFilesBehind() throws IOException {
    publish("a");

    try (Stream<Path> files = Files.list(folder.resolve("store/models/" + VERSION))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("model.zip", "weights.safetensors", "metadata.json");
    }
  }
}
