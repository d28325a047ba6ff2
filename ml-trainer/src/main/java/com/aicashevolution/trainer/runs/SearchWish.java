package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.pipeline.SearchSpec;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A wish to have hyper-parameters chosen.
 *
 * @param trials how many are compared, {@value #TRIALS} unless said
 * @param budget epochs of all their fits together at most, {@value #BUDGET} unless said
 */
public record SearchWish(
    @Min(2) @Max(SearchSpec.MAX_TRIALS) @Nullable Integer trials,
    @Min(1) @Max(1_000_000) @Nullable Integer budget) {

  static final int TRIALS = 9;
  static final int BUDGET = 300;
}
