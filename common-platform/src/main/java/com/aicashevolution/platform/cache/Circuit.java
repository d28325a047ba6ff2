package com.aicashevolution.platform.cache;

/**
 * Remembers whether something is worth asking: open after a number of failures in a row, closed
 * again by {@link #close}. Thread-safe.
 */
public final class Circuit {

  private final int failuresToOpen;
  private int failures;
  private volatile boolean open;

  public Circuit(int failuresToOpen, boolean open) {
    this.failuresToOpen = failuresToOpen;
    this.open = open;
  }

  public boolean isOpen() {
    return open;
  }

  public synchronized void succeeded() {
    failures = 0;
  }

  /** Notes a failure and returns whether this one opened the circuit. */
  public synchronized boolean failed() {
    failures++;
    if (open || failures < failuresToOpen) {
      return false;
    }
    open = true;
    return true;
  }

  public synchronized void close() {
    failures = 0;
    open = false;
  }
}
