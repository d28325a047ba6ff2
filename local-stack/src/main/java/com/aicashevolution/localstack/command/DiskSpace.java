package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether there is room, said before and after it ran out. */
final class DiskSpace {
  static final String EXHAUSTED =
      "The disk is full: nothing was lost that had been confirmed. Free some space, then run"
          + " ./ml up again; it resumes.";

  private static final String NO_SPACE = "no space left on device";
  private static final long WANTED_MEGABYTES = 1024;

  private DiskSpace() {}

  /** Refuses to begin what would not fit: data, write-ahead log and models of one stack. */
  static void require(Path folder) {
    try {
      Files.createDirectories(folder);
      long free = Files.getFileStore(folder).getUsableSpace() >> 20;
      if (free < WANTED_MEGABYTES) {
        throw new StackFailure(
            String.format(
                Locale.ROOT,
                "Only %,d MB are free on the disk of %s, and a stack wants %,d MB; nothing was"
                    + " started.",
                free,
                folder,
                WANTED_MEGABYTES));
      }
    } catch (IOException e) {
      throw new StackFailure("%s cannot be made: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** The message of a failure; when the disk was its cause, that comes first. */
  static String explain(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return isExhausted(failure) ? EXHAUSTED + "\n" + message : message;
  }

  static boolean isExhausted(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      String message = each.getMessage();
      if (message != null && message.toLowerCase(Locale.ROOT).contains(NO_SPACE)) {
        return true;
      }
    }
    return false;
  }
}
