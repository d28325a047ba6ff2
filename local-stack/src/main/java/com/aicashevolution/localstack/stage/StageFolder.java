package com.aicashevolution.localstack.stage;

import com.aicashevolution.localstack.BuildFolder;
import com.aicashevolution.localstack.Folders;
import java.nio.file.Path;

/** Below the build folder, one per JVM; what a killed JVM left is deleted by the next. */
final class StageFolder {
  private StageFolder() {}

  static Path fresh() {
    Path all = BuildFolder.path().resolve("stages");
    for (Path left : Folders.children(all)) {
      long owner = Long.parseLong(left.getFileName().toString());
      if (owner == ProcessHandle.current().pid() || ProcessHandle.of(owner).isEmpty()) {
        Folders.deleteRecursively(left);
      }
    }
    return all.resolve(Long.toString(ProcessHandle.current().pid()));
  }
}
