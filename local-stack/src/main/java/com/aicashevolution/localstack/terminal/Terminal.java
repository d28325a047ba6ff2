package com.aicashevolution.localstack.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Optional;

/** Where output goes, and whether a person is watching. Thread-safe. */
public final class Terminal {
  private final PrintStream out;
  private final boolean interactive;
  private final InstantSource time;

  public Terminal(PrintStream out, boolean interactive, InstantSource time) {
    this.out = out;
    this.interactive = interactive;
    this.time = time;
  }

  /** Standard output; interactive when it is a terminal that can repaint a line. */
  public static Terminal standard(InstantSource time) {
    boolean interactive =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
            && !"dumb".equals(System.getenv("TERM"))
            && System.getenv("CI") == null;
    return new Terminal(System.out, interactive, time);
  }

  public boolean isInteractive() {
    return interactive;
  }

  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A step whose size is known: {@code total} {@code unit}s, {@code "epochs"} say. */
  public Progress progress(String step, long total, String unit) {
    ProgressFigures figures = new ProgressFigures(time, total, unit);
    return interactive
        ? new ProgressBar(out, step, figures)
        : new ProgressLines(out, step, figures);
  }
}
