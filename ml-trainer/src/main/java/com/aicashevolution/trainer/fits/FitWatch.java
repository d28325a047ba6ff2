package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.training.FitObserver.FitProgress;

/** Watches the fits of a run and may stop them. Thread-safe. */
public interface FitWatch {

  /** Whether all of them shall stop. Asked often; must be cheap. */
  boolean cancelled();

  /** Tells how far one of them is. */
  void progressed(FitOrder order, FitProgress progress);
}
