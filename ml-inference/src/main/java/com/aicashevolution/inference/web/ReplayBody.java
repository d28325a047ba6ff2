package com.aicashevolution.inference.web;

import com.aicashevolution.inference.replay.Difference;
import com.aicashevolution.inference.replay.Replayer;
import com.aicashevolution.lstm.KernelCapability;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer given again, beside its row.
 *
 * @param result {@code identical} or {@code different}
 * @param compared what was compared, in this order
 * @param firstDifference null where all bits are the same
 * @param kernelLanes floats that this process computes at once; 1 for plain loops
 */
@Schema(name = "Replay")
record ReplayBody(
    UUID predictionId,
    @Schema(type = "string") ModelVersion modelVersion,
    @Schema(allowableValues = {"identical", "different"}) String result,
    List<String> compared,
    @Nullable Difference firstDifference,
    int kernelLanes) {

  static ReplayBody of(JournalEntry entry, @Nullable Difference first) {
    return new ReplayBody(
        entry.predictionId(),
        entry.modelVersion(),
        first == null ? "identical" : "different",
        Replayer.comparedFields(),
        first,
        KernelCapability.current().lanes());
  }
}
