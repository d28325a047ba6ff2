package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.publishing.PublishedModels;
import com.aicashevolution.trainer.publishing.PublishedModels.ParentReading;
import com.aicashevolution.trainer.training.Start;
import com.aicashevolution.trainer.training.WarmStart;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the data of a run is made from. Thread-safe. */
public record RunSources(DatasetAssembler assembler, PublishedModels versions) {

  /**
   * Where the fits of a run begin.
   *
   * @param warmStart null for random weights
   * @throws ParentUnreadableException if the parent cannot be read, or is not what was planned with
   */
  public Start start(@Nullable WarmStart warmStart) {
    if (warmStart == null) {
      return new Start.Random();
    }
    try {
      return switch (versions.parent(warmStart)) {
        case ParentReading.Read(Start.Parent parent) -> parent;
        case ParentReading.Unusable(String why) ->
            throw new ParentUnreadableException(warmStart.version(), why, null);
      };
    } catch (IOException e) {
      throw new ParentUnreadableException(
          warmStart.version(), "the artifact store cannot be reached", e);
    }
  }
}
