package com.aicashevolution.trainer.fits;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes who waits for fits of this very process: they need not be looked for. Thread-safe. */
public final class FinishedHere {

  private final Semaphore finished = new Semaphore(0);

  void tell() {
    finished.release();
  }

  /** Waits until a fit has finished since the last call, or {@code millis} have passed. */
  void await(long millis) throws InterruptedException {
    if (finished.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      finished.drainPermits();
    }
  }
}
