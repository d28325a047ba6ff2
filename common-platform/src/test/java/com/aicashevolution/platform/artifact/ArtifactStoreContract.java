package com.aicashevolution.platform.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactStore.ArtifactExistsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every artifact store does, wherever it keeps files. */
public abstract class ArtifactStoreContract {

  protected static final ModelVersion VERSION = new ModelVersion("v20261121_020000-EURUSD");
  protected static final long ANY_SIZE = Long.MAX_VALUE;

  protected ArtifactStore store;

  /** A store without any version. */
  protected abstract ArtifactStore emptyStore() throws Exception;

  /** Puts a file into the store past the store's back. */
  protected abstract void smuggle(ModelVersion version, String file, byte[] content)
      throws Exception;

  @BeforeEach
  final void setUp() throws Exception {
    store = emptyStore();
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  protected void publish(String content) throws IOException {
    store.publish(
        VERSION,
        Map.of("model.zip", bytes("zip " + content), "weights.safetensors", bytes(content)),
        bytes("manifest " + content));
  }

  protected String read(String file) throws IOException {
    return new String(store.read(VERSION, file, ANY_SIZE), StandardCharsets.UTF_8);
  }

  @Test
  void readsBackWhatWasPublished() throws Exception {
    publish("a");

    assertThat(read("model.zip")).isEqualTo("zip a");
    assertThat(read("weights.safetensors")).isEqualTo("a");
    assertThat(read(ModelManifest.MANIFEST)).isEqualTo("manifest a");
    assertThat(store.versions()).containsExactly(VERSION);
  }

  @Test
  void keepsLargeAndEmptyFilesByteForByte() throws Exception {
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);

    store.publish(VERSION, Map.of("large", large, "empty", new byte[0]), bytes("{}"));

    assertThat(store.read(VERSION, "large", large.length)).isEqualTo(large);
    assertThat(store.read(VERSION, "empty", 0)).isEmpty();
  }

  @Test
  void listsVersionsInOrderAndOnlyThoseWithAManifest() throws Exception {
    for (String name : List.of("v20261122_000000", "v20261121_000000", "v20261121_000000-metal")) {
      store.publish(new ModelVersion(name), Map.of("f", bytes("x")), bytes("{}"));
    }
    smuggle(new ModelVersion("v20261120_000000"), "weights.safetensors", bytes("torn"));

    assertThat(store.versions())
        .extracting(ModelVersion::value)
        .containsExactly("v20261121_000000", "v20261121_000000-metal", "v20261122_000000");
  }

  @Test
  void hasNoVersionsAtFirst() throws Exception {
    assertThat(store.versions()).isEmpty();
    store.ping();
  }

  @Test
  void saysWhenAFileDoesNotExist() throws Exception {
    publish("a");

    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> read("model.onnx"));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> store.read(new ModelVersion("v20200101_000000"), "model.zip", ANY_SIZE));
  }

  @Test
  void readsNoMoreThanAllowed() throws Exception {
    publish("12345");

    assertThat(store.read(VERSION, "weights.safetensors", 5)).hasSize(5);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.read(VERSION, "weights.safetensors", 4))
        .withMessageContaining("has 5 bytes, more than the 4 allowed");
  }

  @Test
  void neverOverwritesAVersion() throws Exception {
    publish("a");

    assertThatExceptionOfType(ArtifactExistsException.class).isThrownBy(() -> publish("b"));

    assertThat(read("model.zip")).isEqualTo("zip a");
    assertThat(read(ModelManifest.MANIFEST)).isEqualTo("manifest a");
  }

  @Test
  void leavesNoManifestWhereALaterFileIsTaken() throws Exception {
    smuggle(VERSION, "weights.safetensors", bytes("foreign"));

    assertThatExceptionOfType(ArtifactExistsException.class)
        .isThrownBy(() -> publish("a"))
        .withMessageContaining("weights.safetensors");

    assertThat(store.versions()).isEmpty();
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> read(ModelManifest.MANIFEST));
    assertThat(read("weights.safetensors")).isEqualTo("foreign");
  }

  @Test
  void letsOneOfEightPublishersWinAndMixesNothing() throws Exception {
    List<Callable<String>> publishers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String content = "publisher " + i;
      publishers.add(
          () -> {
            try {
              publish(content);
              return content;
            } catch (ArtifactExistsException lost) {
              return "";
            }
          });
    }
    List<String> winners = new ArrayList<>();

    try (ExecutorService race = Executors.newFixedThreadPool(8)) {
      for (Future<String> outcome : race.invokeAll(publishers)) {
        if (!outcome.get().isEmpty()) {
          winners.add(outcome.get());
        }
      }
    }

    assertThat(winners).hasSize(1);
    assertThat(read("model.zip")).isEqualTo("zip " + winners.getFirst());
    assertThat(read("weights.safetensors")).isEqualTo(winners.getFirst());
    assertThat(read(ModelManifest.MANIFEST)).isEqualTo("manifest " + winners.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escape", "a/b", "", ".hidden", "a\\b", "metadata.json"})
  void refusesNamesThatAreNotPlain(String name) throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.publish(VERSION, Map.of(name, bytes("x")), bytes("{}")));

    assertThat(store.versions()).isEmpty();
  }

  @Test
  void refusesToReadOutsideOfAVersion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.read(VERSION, "../../etc/passwd", ANY_SIZE));
  }
}
