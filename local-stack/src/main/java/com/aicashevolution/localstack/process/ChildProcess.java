package com.aicashevolution.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process that was started or found again.
 *
 * <p>A {@link Lifetime#WITH_PARENT} child runs under a small shell that waits on a pipe from this
 * JVM: when the JVM ends, even by SIGKILL, the pipe closes and the shell kills the child. (Linux's
 * own parent-death signal watches the starting <em>thread</em>, which in a test pool ends early.)
 * Thread-safe.
 */
public final class ChildProcess {
  private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");

  private static final String BOUND_TO_PARENT =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      trap 'kill -TERM $child 2>/dev/null' TERM
      trap 'kill -INT $child 2>/dev/null' INT
      ( trap - TERM INT; read -r closed <&3; kill -KILL $child ) 2>/dev/null &
      watcher=$!
      code=0
      while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
      kill -KILL $watcher 2>/dev/null
      exit $code
      """;

  private final String name;
  private final ProcessIdentity identity;

  /** Held because its standard input is the pipe whose closing ends a bound child. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private final @Nullable Process lifeline;

  private ChildProcess(String name, ProcessIdentity identity, @Nullable Process lifeline) {
    this.name = name;
    this.identity = identity;
    this.lifeline = lifeline;
  }

  /** Starts it; failing to find the program is an {@link IOException}, failing later is not. */
  public static ChildProcess start(Launch launch) throws IOException {
    Files.createDirectories(launch.log().toAbsolutePath().getParent());
    List<String> command = new ArrayList<>(prefix(launch.lifetime()));
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    if (launch.lifetime() == Lifetime.DETACHED) {
      builder.redirectInput(new File("/dev/null"));
    }
    builder.environment().putAll(launch.environment());
    Process process = builder.start();
    return new ChildProcess(launch.name(), ProcessIdentity.of(process.toHandle()), process);
  }

  /** A process that an earlier JVM started. */
  public static ChildProcess attachedTo(String name, ProcessIdentity identity) {
    return new ChildProcess(name, identity, null);
  }

  private static List<String> prefix(Lifetime lifetime) {
    return switch (lifetime) {
      case WITH_PARENT -> List.of("/bin/sh", "-c", BOUND_TO_PARENT, "sh");
      case DETACHED -> Programs.isInstalled("setsid") ? List.of("setsid") : List.of("nohup");
    };
  }

  public String name() {
    return name;
  }

  public ProcessIdentity identity() {
    return identity;
  }

  public boolean isAlive() {
    return identity.isAlive();
  }

  /**
   * Asks it to end, waits, then kills it and its children. Returns at once when it has already
   * ended.
   *
   * @return whether it ended by itself within {@code grace}
   */
  public boolean stop(Signal polite, Duration grace) {
    ProcessHandle handle = identity.find().orElse(null);
    if (handle == null) {
      return true;
    }
    List<ProcessHandle> descendants = handle.descendants().toList();
    send(polite, handle.pid());
    if (hasEndedWithin(handle, grace)) {
      return true;
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
    handle.descendants().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
    var _ = hasEndedWithin(handle, Duration.ofSeconds(10));
    return false;
  }

  /** SIGKILL to it and to all that it started; returns when they have ended. */
  public void kill() {
    ProcessHandle handle = identity.find().orElse(null);
    if (handle == null) {
      return;
    }
    List<ProcessIdentity> all =
        Stream.concat(handle.descendants(), Stream.of(handle)).map(ProcessIdentity::of).toList();
    all.forEach(each -> each.find().ifPresent(ProcessHandle::destroyForcibly));
    for (ProcessIdentity each : all) {
      each.find().ifPresent(left -> hasEndedWithin(each, left, Duration.ofSeconds(10)));
    }
  }

  /** The program itself: below the shell that binds it to this JVM, where there is one. */
  public long programPid() {
    return identity
        .find()
        .flatMap(
            handle ->
                handle
                    .children()
                    .filter(child -> !isShell(child))
                    .findFirst()
                    .filter(_ -> isShell(handle)))
        .map(ProcessHandle::pid)
        .orElse(identity.pid());
  }

  private static boolean isShell(ProcessHandle handle) {
    return handle
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString().matches("sh|dash|bash|busybox"))
        .orElse(false);
  }

  private static void send(Signal signal, long pid) {
    try {
      new ProcessBuilder(
              "/bin/sh", "-c", "kill -" + signal.name().toUpperCase(Locale.ROOT) + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasEndedWithin(ProcessHandle handle, Duration limit) {
    return hasEndedWithin(identity, handle, limit);
  }

  private static boolean hasEndedWithin(
      ProcessIdentity identity, ProcessHandle handle, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (identity.isAlive()) {
      if (System.nanoTime() >= deadline) {
        return false;
      }
      try {
        handle.onExit().get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        // look again: a zombie never completes onExit
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /**
   * The last lines of a log, for the message that says why a start failed. Frames of stack traces
   * are left out: what broke stands in the lines between them.
   */
  public static String tail(Path log, int lines) {
    try (Stream<String> read = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      List<String> all = read.filter(line -> !STACK_FRAME.matcher(line).lookingAt()).toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException | UncheckedIOException e) {
      return "(no log at " + log + ")";
    }
  }
}
