package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRecord;

/** The one version a request is answered by, or why there is none. */
public sealed interface Resolution {

  /** This version answers, in this role. */
  record Serving(ServingModel model, Variant variant) implements Resolution {}

  /** No line has a champion for the symbol and timeframe. */
  record NoChampion(Symbol symbol, Timeframe timeframe) implements Resolution {}

  /** There is no such version. */
  record UnknownVersion(ModelVersion version) implements Resolution {}

  /** The gate refused the version. */
  record RejectedVersion(ModelRecord model) implements Resolution {}

  /** The version's line does not cover the symbol, or it reads another timeframe. */
  record DoesNotFit(ServingModel model) implements Resolution {}

  /** The version's artifact cannot be trusted. */
  record RefusedVersion(Refusal refusal) implements Resolution {}

  /** Registry or artifact store did not answer. */
  record Unreachable(ModelVersion version) implements Resolution {}
}
