package com.aicashevolution.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders at once. */
public final class Folders {
  private Folders() {}

  /** What lies directly in a folder; nothing when there is no such folder. */
  public static List<Path> children(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new StackFailure("cannot list " + folder, e);
    }
  }

  /** Does nothing when there is nothing; symbolic links are removed, not followed. */
  public static void deleteRecursively(Path path) {
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException e) {
      // nothing to delete
    } catch (IOException e) {
      throw new StackFailure("cannot delete " + path, e);
    }
  }
}
