package com.aicashevolution.localstack.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is measured on the local stack is said of the images: a service's virtual machine is started
 * alike in both. The image's own script is run with a {@code java} that only repeats its arguments.
 */
class ImageFlagsTest {

  private static final Path SCRIPT =
      Path.of(System.getProperty("project.root"), "deploy", "start-service.sh");

  /** The image has it from the container's limit. */
  private static final Predicate<String> SIZE_OF_THE_HEAP =
      Pattern.compile("-Xmx.*|-XX:MaxRAMPercentage=.*").asMatchPredicate();

  /** The default of every JVM since 18; the image says so for those who look. */
  private static final Predicate<String> ENCODING = "-Dfile.encoding=UTF-8"::equals;

  private static final String[] EVERYWHERE = {
    "-XX:+UseCompactObjectHeaders",
    "-XX:MetaspaceSize=96m",
    "-XX:+ExitOnOutOfMemoryError",
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
    "-Duser.timezone=UTC",
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"INFERENCE", "API"})
  void areThoseOfTheLocalStackWhereAnswersAreWaitedFor(StackService service) throws IOException {
    assertThat(comparable(ServiceLaunch.jvm(service).stream().skip(1).toList()))
        .containsExactlyInAnyOrderElementsOf(comparable(image(service)));
  }

  @Test
  void agreeForTheTrainerInWhatHasToDoWithMemoryAndModules() throws IOException {
    assertThat(image(StackService.TRAINER)).contains(EVERYWHERE);
    assertThat(ServiceLaunch.jvm(StackService.TRAINER)).contains(EVERYWHERE);
  }

  private static List<String> comparable(List<String> flags) {
    return flags.stream().filter(SIZE_OF_THE_HEAP.or(ENCODING).negate()).toList();
  }

  /** The flags before {@code -jar}. */
  private List<String> image(StackService service) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk"));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.copy(SCRIPT, folder.resolve("start-service.sh"));
    Files.writeString(folder.resolve("service"), service.module() + "\n");

    Programs.Outcome outcome =
        Programs.run(
            List.of(
                "env",
                "JAVA_HOME=" + home,
                "JAVA_OPTIONS=",
                "bash",
                folder.resolve("start-service.sh").toString()));

    assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
    return outcome.output().lines().takeWhile(line -> !line.equals("-jar")).toList();
  }
}
