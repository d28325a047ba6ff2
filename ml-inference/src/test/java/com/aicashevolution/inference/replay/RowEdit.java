package com.aicashevolution.inference.replay;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.UUID;

/** A journal row with one value changed, as nobody but a fault would. */
public record RowEdit(JournalEntry row) {

  public JournalEntry id(UUID id) {
    return edit(id, row.modelVersion(), row.window(), row.probabilities(), row.confidence());
  }

  public JournalEntry version(String version) {
    return edit(
        row.predictionId(),
        new ModelVersion(version),
        row.window(),
        row.probabilities(),
        row.confidence());
  }

  public JournalEntry window(float[] window) {
    return edit(
        row.predictionId(), row.modelVersion(), window, row.probabilities(), row.confidence());
  }

  public JournalEntry probabilities(Probabilities probabilities) {
    return edit(
        row.predictionId(), row.modelVersion(), row.window(), probabilities, row.confidence());
  }

  public JournalEntry confidence(double confidence) {
    return edit(
        row.predictionId(), row.modelVersion(), row.window(), row.probabilities(), confidence);
  }

  public JournalEntry direction(Direction direction) {
    return rest(row.schemaHash(), row.weightFactor(), direction);
  }

  public JournalEntry schemaHash(String hash) {
    return rest(hash, row.weightFactor(), row.direction());
  }

  public JournalEntry weightFactor(double factor) {
    return rest(row.schemaHash(), factor, row.direction());
  }

  private JournalEntry edit(
      UUID id,
      ModelVersion version,
      float[] window,
      Probabilities probabilities,
      double confidence) {
    return new JournalEntry(
        id,
        row.createdAt(),
        row.symbol(),
        row.timeframe(),
        row.asOf(),
        row.line(),
        version,
        row.variant(),
        row.schemaHash(),
        row.weightsVersion(),
        row.weightFactor(),
        window,
        row.inputKind(),
        row.imputed(),
        probabilities,
        row.direction(),
        confidence,
        row.recommendation(),
        row.simulated(),
        row.requestId(),
        row.userId(),
        row.latencyMicros());
  }

  private JournalEntry rest(String schemaHash, double factor, Direction direction) {
    return new JournalEntry(
        row.predictionId(),
        row.createdAt(),
        row.symbol(),
        row.timeframe(),
        row.asOf(),
        row.line(),
        row.modelVersion(),
        row.variant(),
        schemaHash,
        row.weightsVersion(),
        factor,
        row.window(),
        row.inputKind(),
        row.imputed(),
        row.probabilities(),
        direction,
        row.confidence(),
        row.recommendation(),
        row.simulated(),
        row.requestId(),
        row.userId(),
        row.latencyMicros());
  }
}
