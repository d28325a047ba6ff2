package com.aicashevolution.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Unpacks the Redis server of embedded-redis from the class path, once per build folder. */
final class RedisBinary {
  private RedisBinary() {}

  static Path unpackedBelow(Path folder) {
    String resource = resourceName();
    Path program = folder.resolve(resource);
    if (Files.isExecutable(program)) {
      return program;
    }
    try (InputStream packed = RedisBinary.class.getResourceAsStream("/" + resource)) {
      if (packed == null) {
        throw new StackFailure(
            "No Redis for this machine (%s) on the class path; point REDIS_URL at one of your own."
                .formatted(resource));
      }
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "redis", ".unpacking");
      Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(half, program, StandardCopyOption.ATOMIC_MOVE);
      return program;
    } catch (IOException e) {
      throw new StackFailure("Redis could not be unpacked to %s: %s".formatted(program, e), e);
    }
  }

  private static String resourceName() {
    boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean isArm = System.getProperty("os.arch").equals("aarch64");
    if (isMac) {
      return isArm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
    }
    return isArm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
  }
}
