package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the stack again when its start fails or is interrupted by Ctrl-C, exactly once. The data
 * stay, so that the next start resumes.
 *
 * <p>On Ctrl-C the starting thread is interrupted and does the stopping itself: whoever stopped
 * beside it could miss the process that it is just starting. Only where it does not react in time
 * is the stack stopped over its head.
 */
final class StopUnlessFinished implements AutoCloseable {
  private static final Duration REACTION = Duration.ofSeconds(60);

  private final LocalStack stack;
  private final Terminal terminal;
  private final Thread starter = Thread.currentThread();
  private final AtomicBoolean settled = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);

  StopUnlessFinished(LocalStack stack, Terminal terminal) {
    this.stack = stack;
    this.terminal = terminal;
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "stop-unfinished-stack"));
  }

  /** From here on the stack stays up. */
  void finished() {
    settled.set(true);
    done.countDown();
  }

  @Override
  public void close() {
    stop();
  }

  private void interrupted() {
    if (settled.get() && done.getCount() == 0) {
      return;
    }
    starter.interrupt();
    try {
      if (done.await(REACTION.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop();
  }

  private void stop() {
    if (settled.compareAndSet(false, true)) {
      // an interrupt ends the start, not the care with which it is undone
      boolean wasInterrupted = Thread.interrupted();
      try {
        terminal.line("");
        terminal.line("Stopping what was started…");
        stack.stop(sentence -> terminal.line("  " + sentence));
        terminal.line("Stopped; what was loaded and trained is kept, ./ml up resumes.");
      } finally {
        done.countDown();
        if (wasInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
