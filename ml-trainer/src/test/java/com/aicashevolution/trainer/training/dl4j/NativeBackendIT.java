package com.aicashevolution.trainer.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as the image does: a library loads once a process, so each in its own. */
class NativeBackendIT {

  @TempDir private Path folder;

  @Test
  void unpacksTheLibraryOnceAndFindsItAgain() throws Exception {
    Path natives = folder.resolve("natives");

    Ending first = run(natives, "1", classPath());
    Map<Path, FileTime> unpacked = libraries(natives);
    Ending second = run(natives, "1", classPath());

    assertThat(first.output()).contains("ND4J computes", "nd4j_backend=CpuBackend");
    assertThat(first.exit()).isZero();
    assertThat(unpacked.keySet())
        .extracting(library -> library.getFileName().toString())
        .contains("libnd4jcpu.so", "libjnind4jcpu.so", "libjnijavacpp.so", "libopenblas.so.0");
    assertThat(second.exit()).isZero();
    assertThat(libraries(natives)).isEqualTo(unpacked);
  }

  @Test
  void endsWithTheReasonWhereTheLibraryIsMissing() throws Exception {
    String without =
        Arrays.stream(classPath().split(":"))
            .filter(jar -> !jar.contains("linux-x86_64"))
            .collect(Collectors.joining(":"));

    Ending ending = run(folder.resolve("natives"), "1", without);

    assertThat(ending.exit()).isEqualTo(1);
    assertThat(ending.output())
        .contains("ND4J's native library is of no use here: java.lang.UnsatisfiedLinkError");
  }

  @Test
  void endsBeforeItLoadsAnythingWhereFitsWouldNotBeReproducible() throws Exception {
    Ending ending = run(folder.resolve("natives"), "2", classPath());

    assertThat(ending.exit()).isEqualTo(1);
    assertThat(ending.output()).contains("OMP_NUM_THREADS must be 1", "was '2'");
    assertThat(folder.resolve("natives")).doesNotExist();
  }

  @Test
  void refusesAnotherProductThanTheOneByHand() {
    assertThatCode(() -> NativeBackend.requireProduct(new float[] {58, 64, 139, 154}))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> NativeBackend.requireProduct(new float[] {58, 64, 139, 154.00002f}))
        .hasMessage(
            "it multiplied to [58.0, 64.0, 139.0, 154.00002] instead of"
                + " [58.0, 64.0, 139.0, 154.0]");
  }

  private Ending run(Path natives, String ompNumThreads, String classPath) throws Exception {
    Path log = Files.createTempFile(folder, "backend", ".log");
    ProcessBuilder program =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives,
                "-cp",
                classPath,
                NativeBackend.class.getName()));
    program.environment().put("OMP_NUM_THREADS", ompNumThreads);
    program.redirectErrorStream(true).redirectOutput(log.toFile());
    int exit = program.start().waitFor();
    return new Ending(exit, Files.readString(log, StandardCharsets.UTF_8));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Map<Path, FileTime> libraries(Path natives) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(natives)) {
      for (Path file : files.filter(path -> path.toString().contains(".so")).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private record Ending(int exit, String output) {}
}
