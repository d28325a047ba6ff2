package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache in a folder: {@code {version}/{sha256}}. Beyond its limit the versions go that were not
 * asked for the longest. A folder that cannot be written is said once, and nothing is kept. Of one
 * process; thread-safe.
 */
public final class DiskArtifactCache implements ArtifactCache {

  private static final Logger LOG = LoggerFactory.getLogger(DiskArtifactCache.class);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final long limitBytes;
  private final Clock clock;
  private final AtomicBoolean complained = new AtomicBoolean();

  /**
   * @param folder made when something is kept
   * @param limitBytes most that is kept; a single version may be larger
   */
  public DiskArtifactCache(Path folder, long limitBytes, Clock clock) {
    this.folder = folder;
    this.limitBytes = limitBytes;
    this.clock = clock;
  }

  @Override
  public Optional<byte[]> find(ModelVersion version, String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      return Optional.empty();
    }
    try {
      byte[] content = Files.readAllBytes(of(version).resolve(sha256));
      Files.setLastModifiedTime(of(version), FileTime.from(clock.instant()));
      return Optional.of(content);
    } catch (NoSuchFileException unknown) {
      return Optional.empty();
    } catch (IOException unreadable) {
      complain(unreadable);
      return Optional.empty();
    }
  }

  /** One file at a time: files of a version are read together, and who makes room counts them. */
  @Override
  public synchronized void keep(ModelVersion version, String sha256, byte[] content) {
    if (!SHA256.matcher(sha256).matches()) {
      return;
    }
    try {
      Path home = Files.createDirectories(of(version));
      // no reader finds half a file
      Path whole = Files.createTempFile(home, "", ".new");
      try {
        Files.write(whole, content);
        Files.move(whole, home.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
      Files.setLastModifiedTime(home, FileTime.from(clock.instant()));
      makeRoom(home);
    } catch (IOException | DirectoryIteratorException unwritable) {
      complain(unwritable);
    }
  }

  private Path of(ModelVersion version) {
    return folder.resolve(version.toString());
  }

  private void makeRoom(Path newest) throws IOException {
    record Version(Path home, FileTime asked, long bytes) {}
    List<Version> versions = new ArrayList<>();
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path home : homes) {
        versions.add(new Version(home, Files.getLastModifiedTime(home), bytesIn(home)));
      }
    }
    versions.sort(Comparator.comparing(Version::asked));
    long total = versions.stream().mapToLong(Version::bytes).sum();
    for (Version version : versions) {
      if (total <= limitBytes) {
        return;
      }
      if (!version.home().equals(newest)) {
        delete(version.home());
        total -= version.bytes();
      }
    }
  }

  private static long bytesIn(Path home) throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(home)) {
      for (Path file : files) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static void delete(Path home) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(home)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(home);
  }

  private void complain(Exception problem) {
    if (complained.compareAndSet(false, true)) {
      LOG.warn(
          "event=artifact_cache_unavailable folder={} reason=\"{}\"", folder, problem.toString());
    }
  }
}
