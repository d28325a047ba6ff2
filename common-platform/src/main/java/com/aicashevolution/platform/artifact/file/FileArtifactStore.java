package com.aicashevolution.platform.artifact.file;

import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactNames;
import com.aicashevolution.platform.artifact.ArtifactStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@link ArtifactStore} in a folder. A file is written and synced under a temporary name and then
 * linked to its own, which fails where there is one already; so a name never holds half a file and
 * never changes. Needs a file system with hard links. Thread-safe, also across processes.
 */
public final class FileArtifactStore implements ArtifactStore {

  private final Path root;

  /**
   * @param folder made when first written to
   */
  public FileArtifactStore(Path folder) {
    this.root = folder.resolve(ArtifactNames.ROOT);
  }

  @Override
  public void publish(ModelVersion version, Map<String, byte[]> files, byte[] manifest)
      throws IOException {
    Map<String, byte[]> ordered = ArtifactNames.ordered(files);
    Path folder = root.resolve(version.value());
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : ordered.entrySet()) {
      write(version, file.getKey(), file.getValue());
    }
    write(version, ModelManifest.MANIFEST, manifest);
    sync(root);
  }

  private void write(ModelVersion version, String file, byte[] content) throws IOException {
    Path folder = root.resolve(version.value());
    Path temporary = Files.createTempFile(folder, ".writing-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.createLink(folder.resolve(ArtifactNames.requireSafe(file)), temporary);
      sync(folder);
    } catch (FileAlreadyExistsException e) {
      throw (IOException) new ArtifactExistsException(version, file).initCause(e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A name is durable only when its folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public byte[] read(ModelVersion version, String file, long maxBytes) throws IOException {
    Path path = root.resolve(version.value()).resolve(ArtifactNames.requireSafe(file));
    long size = Files.size(path);
    if (size > maxBytes) {
      throw new IOException(
          path + " has " + size + " bytes, more than the " + maxBytes + " allowed");
    }
    return Files.readAllBytes(path);
  }

  @Override
  public List<ModelVersion> versions() throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(ModelManifest.MANIFEST)))
          .map(folder -> new ModelVersion(folder.getFileName().toString()))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public void ping() throws IOException {
    Files.createDirectories(root);
    if (!Files.isWritable(root)) {
      throw new IOException("the folder " + root + " is not writable");
    }
  }
}
