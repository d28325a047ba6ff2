package com.aicashevolution.trainer.fits;

import java.util.List;

/** Makes replicas take fits. Thread-safe. */
@FunctionalInterface
public interface FitDispatcher {

  /** Offers {@code fits} to all replicas, this one at once; those on offer already stay so. */
  void dispatch(List<FitRef> fits);
}
