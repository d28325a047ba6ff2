package com.aicashevolution.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks PostgreSQL's programs from the jar on the class path, once per build folder; JVMs that
 * want them at the same moment wait for the first.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The folder with {@code bin/initdb} and {@code bin/postgres}. */
  static Path unpackedBelow(Path folder) {
    String archive = archiveName();
    Path unpacked = folder.resolve(archive.replace(".txz", ""));
    Path complete = unpacked.resolve("bin/postgres");
    if (Files.isExecutable(complete)) {
      return unpacked;
    }
    try {
      Files.createDirectories(folder);
      try (FileChannel lock =
              FileChannel.open(
                  folder.resolve("unpack.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var held = lock.lock()) {
        if (held.isValid() && !Files.isExecutable(complete)) {
          Path half = Files.createTempDirectory(folder, "unpacking");
          unpack(archive, half);
          Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
          Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new StackFailure(
          "PostgreSQL's programs could not be unpacked to %s: %s".formatted(unpacked, e), e);
    }
    return unpacked;
  }

  private static void unpack(String archive, Path folder) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new StackFailure(
            "No PostgreSQL for this machine (%s) on the class path: local-stack/pom.xml names the"
                    .formatted(archive)
                + " platforms; elsewhere point DATABASE_URL at a PostgreSQL of your own.");
      }
      var tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          boolean isProgram = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            system.contains("mac") ? "darwin" : "linux",
            architecture.equals("aarch64") ? "arm_64" : "x86_64");
  }
}
