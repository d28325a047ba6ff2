package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.terminal.Terminal;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the stack again when its start fails or is interrupted by Ctrl-C, exactly once, whoever
 * comes first. The data stay, so that the next start resumes.
 */
final class StopUnlessFinished implements AutoCloseable {
  private final LocalStack stack;
  private final Terminal terminal;
  private final AtomicBoolean settled = new AtomicBoolean();
  private final Thread hook;

  StopUnlessFinished(LocalStack stack, Terminal terminal) {
    this.stack = stack;
    this.terminal = terminal;
    this.hook = new Thread(this::stop, "stop-unfinished-stack");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From here on the stack stays up. */
  void finished() {
    settled.set(true);
  }

  @Override
  public void close() {
    stop();
  }

  private void stop() {
    if (settled.compareAndSet(false, true)) {
      terminal.line("");
      terminal.line("Stopping what was started…");
      stack.stop(sentence -> terminal.line("  " + sentence));
      terminal.line("Stopped; what was loaded and trained is kept, ./ml up resumes.");
    }
  }
}
