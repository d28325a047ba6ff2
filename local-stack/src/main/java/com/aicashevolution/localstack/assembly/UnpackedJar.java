package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.Folders;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A copy of an executable jar, unpacked to a thin jar and its libraries: a service that runs from
 * it starts faster and does not notice when the jar is built anew.
 */
final class UnpackedJar {
  private final Path jar;
  private final Path folder;

  /**
   * Names the copy, without making it.
   *
   * @param folder where the copies of this service's jars are
   */
  UnpackedJar(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /** Where the thin jar is, or will be; another jar has another place. */
  Path thinJar() {
    return folder.resolve(identity()).resolve(jar.getFileName());
  }

  /** The build sets one time stamp for all jars, so the time of the inode tells them apart. */
  private String identity() {
    if (!Files.exists(jar)) {
      return "not-built";
    }
    try {
      Object changed = Files.getAttribute(jar, "unix:ctime");
      return Long.toHexString((changed + ":" + Files.size(jar)).hashCode() & 0xffffffffL);
    } catch (IOException e) {
      throw new StackFailure("%s cannot be read: %s".formatted(jar, e.getMessage()), e);
    }
  }

  /** Unpacks unless that was done, and deletes the copies of earlier jars. */
  void unpack() {
    if (!Files.exists(jar)) {
      throw new StackFailure(jar + " is missing: run ./ml build.");
    }
    Path thin = thinJar();
    if (Files.exists(thin)) {
      return;
    }
    try {
      Folders.deleteRecursively(folder);
      Files.createDirectories(folder);
      Path half = folder.resolve("unpacking");
      Programs.Outcome outcome =
          Programs.run(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djarmode=tools",
                  "-XX:TieredStopAtLevel=1",
                  "-jar",
                  jar.toString(),
                  "extract",
                  "--destination",
                  half.toString()));
      if (!outcome.succeeded()) {
        throw new StackFailure("%s could not be unpacked: %s".formatted(jar, outcome.output()));
      }
      Files.move(half, thin.getParent(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StackFailure("%s could not be unpacked: %s".formatted(jar, e.getMessage()), e);
    }
  }
}
