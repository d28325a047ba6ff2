package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run a program that refuses to be root, as PostgreSQL does.
 *
 * <p>An ordinary user needs nothing. Root enters a user namespace of its own, in which it is nobody
 * but still owns its files; where namespaces are forbidden, it becomes user 65534 and the files are
 * handed over.
 */
enum Unprivileged {
  AS_WE_ARE(""),
  NAMESPACE("unshare -U"),
  OTHER_USER("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private final String prefix;

  Unprivileged(String prefix) {
    this.prefix = prefix;
  }

  static Unprivileged forThisUser() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return AS_WE_ARE;
    }
    if (works(NAMESPACE)) {
      return NAMESPACE;
    }
    if (works(OTHER_USER)) {
      return OTHER_USER;
    }
    throw new StackFailure(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
            + " start it as an ordinary user.");
  }

  private static boolean works(Unprivileged way) {
    try {
      List<String> command = new ArrayList<>(way.prefix());
      command.add("true");
      return Programs.isInstalled(command.getFirst()) && Programs.run(command).succeeded();
    } catch (IOException e) {
      return false;
    }
  }

  List<String> prefix() {
    return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
  }

  /** Gives a file or a folder with all in it to the user that the program will be. */
  void handOver(Path path) {
    if (this != OTHER_USER || !Files.exists(path)) {
      return;
    }
    try {
      Programs.Outcome outcome =
          Programs.run(List.of("chown", "-R", "65534:65534", path.toString()));
      if (!outcome.succeeded()) {
        throw new StackFailure("chown of %s failed: %s".formatted(path, outcome.output()));
      }
    } catch (IOException e) {
      throw new StackFailure("chown of %s failed: %s".formatted(path, e), e);
    }
  }
}
