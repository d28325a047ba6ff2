package com.aicashevolution.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process of this machine, told apart from a later one that was given the same id.
 *
 * @param pid the process id
 * @param startedAt when the operating system says that it began, on a clock of its own that nobody
 *     sets; {@code Instant.EPOCH} if unknown
 */
public record ProcessIdentity(long pid, Instant startedAt) {
  /** Of /proc/PID/stat, counted from the state: field 22 of all. */
  private static final int START_FIELD = 19;

  private static final int MILLIS_PER_TICK = 10;

  /** Where there is no /proc, start times are made with a boot time that the kernel corrects. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

  public ProcessIdentity {
    if (pid <= 0) {
      throw new IllegalArgumentException("pid must be > 0, was " + pid);
    }
  }

  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(handle.pid(), startOf(handle));
  }

  /** Reads what {@link #write} wrote; empty when there is no file or it is not one of ours. */
  public static Optional<ProcessIdentity> read(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" ");
      if (words.length != 2) {
        return Optional.empty();
      }
      return Optional.of(
          new ProcessIdentity(
              Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Replaces the file in one step, so that a reader never sees half of it. */
  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, pid + " " + startedAt.toEpochMilli() + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The living process, empty when it has ended (a zombie has) or another one took its id. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> !isZombie(handle.pid()))
        .filter(
            handle ->
                startedAt.equals(Instant.EPOCH)
                    || Duration.between(startOf(handle), startedAt).abs().compareTo(START_TOLERANCE)
                        <= 0);
  }

  public boolean isAlive() {
    return find().isPresent();
  }

  /**
   * Counted from the boot of the machine where the system says so: the time of day at which a
   * process began is computed from it and moves whenever somebody sets the clock.
   */
  private static Instant startOf(ProcessHandle handle) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Instant.ofEpochMilli(Long.parseLong(fields[START_FIELD]) * MILLIS_PER_TICK);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException noProcFileSystem) {
      return handle.info().startInstant().orElse(Instant.EPOCH);
    }
  }

  /** A container's first process may never collect its children: dead, yet still listed. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }
}
