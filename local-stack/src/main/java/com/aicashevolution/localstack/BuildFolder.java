package com.aicashevolution.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** The {@code local-stack/target} folder that this class was built into. */
public final class BuildFolder {
  private BuildFolder() {}

  public static Path path() {
    CodeSource source = BuildFolder.class.getProtectionDomain().getCodeSource();
    if (source != null) {
      Path classes = Path.of(URI.create(source.getLocation().toString()));
      Path target = classes.getParent();
      if (target != null && Files.exists(target.resolve("stack.classpath"))) {
        return target;
      }
    }
    return Path.of(System.getProperty("project.root", "."), "local-stack", "target")
        .toAbsolutePath()
        .normalize();
  }

  /** The jars of the local stack, s3proxy's among them, as a class path for another JVM. */
  public static String classPath() {
    Path file = path().resolve("stack.classpath");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StackFailure(
          file + " is missing: build local-stack first (it is written when its classes are).", e);
    }
  }
}
