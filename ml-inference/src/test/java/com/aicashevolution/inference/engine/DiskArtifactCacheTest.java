package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.model.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class DiskArtifactCacheTest {

  private static final ModelVersion OLD = new ModelVersion("v20261101_020000");
  private static final ModelVersion NEW = new ModelVersion("v20261102_020000");
  private static final ModelVersion NEWEST = new ModelVersion("v20261103_020000");
  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);

  @TempDir private Path disk;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T02:00:00Z"));

  private DiskArtifactCache cache(long limitBytes) {
    return new DiskArtifactCache(disk.resolve("artifacts"), limitBytes, clock);
  }

  @Test
  void findsWhatWasKeptAlsoInTheNextProcess() {
    cache(100).keep(OLD, ONE, new byte[] {1, 2, 3});

    assertThat(cache(100).find(OLD, ONE)).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void doesNotTakeOneVersionForAnother() {
    DiskArtifactCache cache = cache(100);
    cache.keep(OLD, ONE, new byte[] {1});

    assertThat(cache.find(NEW, ONE)).isEmpty();
    assertThat(cache.find(OLD, TWO)).isEmpty();
  }

  @Test
  void forgetsTheVersionThatWasNotAskedForTheLongest() {
    DiskArtifactCache cache = cache(25);
    cache.keep(OLD, ONE, new byte[10]);
    later();
    cache.keep(NEW, ONE, new byte[10]);
    later();
    assertThat(cache.find(OLD, ONE)).isPresent();
    later();

    cache.keep(NEWEST, ONE, new byte[10]);

    assertThat(cache.find(NEW, ONE)).isEmpty();
    assertThat(cache.find(OLD, ONE)).isPresent();
    assertThat(cache.find(NEWEST, ONE)).isPresent();
  }

  @Test
  void keepsAVersionThatIsLargerThanAllItMayKeep() {
    DiskArtifactCache cache = cache(15);
    cache.keep(OLD, ONE, new byte[10]);
    later();
    cache.keep(NEW, ONE, new byte[10]);
    cache.keep(NEW, TWO, new byte[10]);

    assertThat(cache.find(OLD, ONE)).isEmpty();
    assertThat(cache.find(NEW, ONE)).isPresent();
    assertThat(cache.find(NEW, TWO)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escaped", "", "ABC", "metadata.json"})
  void keepsNothingUnderANameThatIsNoHash(String name) throws IOException {
    DiskArtifactCache cache = cache(100);
    cache.keep(OLD, name, new byte[1]);

    assertThat(cache.find(OLD, name)).isEmpty();
    try (Stream<Path> files = Files.walk(disk)) {
      assertThat(files).containsExactly(disk);
    }
  }

  @Test
  void leavesNothingHalfWrittenBeside() throws IOException {
    cache(100).keep(OLD, ONE, new byte[10]);

    try (Stream<Path> files = Files.list(disk.resolve("artifacts").resolve(OLD.toString()))) {
      assertThat(files.map(file -> file.getFileName().toString()).toList()).isEqualTo(List.of(ONE));
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void staysWithinItsLimitWhileVersionsAreReadTogether(CapturedOutput output) throws Exception {
    DiskArtifactCache cache = cache(60);
    try (ExecutorService loads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> kept = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        ModelVersion version = i % 2 == 0 ? OLD : NEW;
        String hash = "%064x".formatted(i % 16);
        kept.add(loads.submit(() -> cache.keep(version, hash, new byte[10])));
      }
      for (Future<?> one : kept) {
        one.get();
      }
    }

    try (Stream<Path> files = Files.walk(disk)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(8) // one version's, for one is kept though it be larger
          .allMatch(file -> file.getFileName().toString().length() == 64);
    }
    assertThat(output.getAll()).doesNotContain("artifact_cache_unavailable");
  }

  @Test
  void doesWithoutAFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(disk.resolve("file"));
    DiskArtifactCache cache = new DiskArtifactCache(file.resolve("artifacts"), 100, clock);

    cache.keep(OLD, ONE, new byte[10]);

    assertThat(cache.find(OLD, ONE)).isEmpty();
  }

  private void later() {
    clock.advance(Duration.ofMinutes(1));
  }
}
