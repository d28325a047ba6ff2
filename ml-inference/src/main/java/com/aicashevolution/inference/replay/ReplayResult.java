package com.aicashevolution.inference.replay;

import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.platform.journal.JournalEntry;
import java.util.UUID;

/** What giving an answer again came to. */
public sealed interface ReplayResult {

  UUID predictionId();

  /** The same bits. */
  record Identical(JournalEntry entry) implements ReplayResult {

    @Override
    public UUID predictionId() {
      return entry.predictionId();
    }
  }

  /** Other bits, {@code first} being the first of them. */
  record Different(JournalEntry entry, Difference first) implements ReplayResult {

    @Override
    public UUID predictionId() {
      return entry.predictionId();
    }
  }

  /** The row cannot be a row that was written: {@code why} names the value. */
  record Damaged(UUID predictionId, String why) implements ReplayResult {}

  /** The version cannot be had; {@code why} is every kind but the loaded one. */
  record NoModel(JournalEntry entry, LoadResult why) implements ReplayResult {

    @Override
    public UUID predictionId() {
      return entry.predictionId();
    }
  }

  /** One sentence about what is wrong; that nothing is, for an identical one. */
  default String sentence() {
    return switch (this) {
      case Identical same -> "identical";
      case Different(JournalEntry entry, Difference first) -> first.sentence();
      case Damaged(UUID id, String why) -> "the row is damaged: " + why;
      case NoModel(JournalEntry entry, LoadResult why) ->
          switch (why) {
            case LoadResult.Refused refused ->
                "the artifact of version %s cannot be trusted, %s: %s"
                    .formatted(
                        entry.modelVersion(),
                        refused.refusal().reason(),
                        refused.refusal().detail());
            case LoadResult.Unknown unknown ->
                "the registry has no version " + entry.modelVersion();
            case LoadResult.Rejected rejected ->
                "the gate refused version " + entry.modelVersion() + ", so it is not loaded";
            case LoadResult.Unreachable unreachable ->
                "version " + entry.modelVersion() + " cannot be loaded just now";
            case LoadResult.Loaded loaded -> "version " + entry.modelVersion() + " is loaded";
          };
    };
  }
}
