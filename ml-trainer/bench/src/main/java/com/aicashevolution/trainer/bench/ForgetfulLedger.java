package com.aicashevolution.trainer.bench;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.pipeline.RunLedger;
import java.util.List;

/** Counts trials and forgets what they were. */
final class ForgetfulLedger implements RunLedger {

  private long trials;

  @Override
  public void recordSamples(String trainingId, Dataset dataset) {}

  @Override
  public List<RecordedSeries> recordedSamples(String trainingId) {
    return List.of();
  }

  @Override
  public synchronized void recordTrial(String trainingId, Trial trial) {
    trials++;
  }

  @Override
  public synchronized long trials(ModelLine line) {
    return trials;
  }
}
