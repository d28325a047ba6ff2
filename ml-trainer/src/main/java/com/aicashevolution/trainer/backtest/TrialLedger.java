package com.aicashevolution.trainer.backtest;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;

/** Where the fits of a backtest are counted among all fits of their line. Thread-safe. */
public interface TrialLedger {

  /** Writes one fit of a backtest. */
  void record(String backtestId, Trial trial);

  /** Fits of {@code line} that were ever recorded, whatever asked for them. */
  long trials(ModelLine line);
}
