package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.inference.engine.Refusal.Reason;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version's second load asks the artifact store for, and what it believes the disk. */
class CachedLoadsTest {

  private static final long LIMIT = 1 << 20;

  @TempDir private Path disk;
  private final FakeArtifactStore store = new FakeArtifactStore();
  private final SettableClock clock = new SettableClock(SampleArtifact.CREATED.plusSeconds(60));
  private final SampleArtifact sound = SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1);

  @Test
  void loadsAgainWithoutTheStore() {
    store.publish(sound);
    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    int reads = store.reads();
    store.lose();

    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    assertThat(store.reads()).isEqualTo(reads);
  }

  @Test
  void readsAnewWhatTheDiskDamaged() throws IOException {
    store.publish(sound);
    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    int reads = store.reads();
    for (Path file : cached()) {
      byte[] content = Files.readAllBytes(file);
      content[content.length / 2] ^= 1;
      Files.write(file, content);
    }

    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    assertThat(store.reads()).isEqualTo(2 * reads);

    store.lose();
    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
  }

  @Test
  void readsAnewWhatTheDiskCutShort() throws IOException {
    store.publish(sound);
    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    for (Path file : cached()) {
      Files.write(file, new byte[0]);
    }

    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    store.lose();
    for (Path file : cached()) {
      Files.write(file, new byte[0]);
    }
    assertThat(load(sound)).isInstanceOf(LoadResult.Unreachable.class);
  }

  /** The same weights under another name are another file: damage to it is not papered over. */
  @Test
  void refusesADamagedVersionAlthoughItsFilesAreKnownOfAnother() {
    store.publish(sound);
    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
    SampleArtifact copy = sound.withManifest(edit -> edit.version("v20261102_020000"));
    store.publish(copy);
    byte[] weights = copy.files().getOrDefault(ModelManifest.WEIGHTS, new byte[0]).clone();
    weights[weights.length - 1] ^= 1;
    store.replace(copy.version(), ModelManifest.WEIGHTS, weights);

    assertThat(load(copy))
        .isInstanceOfSatisfying(
            LoadResult.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.FILE_HASH));
  }

  @Test
  void keepsNothingOfAFileThatIsNotTheAnnouncedOne() {
    Map<String, byte[]> files = new TreeMap<>(sound.files());
    store.publish(sound);
    byte[] changed = files.getOrDefault(ModelManifest.WEIGHTS, new byte[0]).clone();
    changed[changed.length - 1] ^= 1;
    store.replace(sound.version(), ModelManifest.WEIGHTS, changed);
    assertThat(load(sound)).isInstanceOf(LoadResult.Refused.class);

    store.replace(
        sound.version(),
        ModelManifest.WEIGHTS,
        files.getOrDefault(ModelManifest.WEIGHTS, new byte[0]));
    assertThat(load(sound)).isInstanceOf(LoadResult.Loaded.class);
  }

  /** By a new process each time. */
  private LoadResult load(SampleArtifact artifact) {
    ArtifactCache cache = new DiskArtifactCache(disk, LIMIT, clock);
    return new ModelLoader(store, cache, clock).load(artifact.registered());
  }

  private List<Path> cached() throws IOException {
    try (Stream<Path> files = Files.walk(disk)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
