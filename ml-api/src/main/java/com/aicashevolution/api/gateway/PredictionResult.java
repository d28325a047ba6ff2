package com.aicashevolution.api.gateway;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.registry.ModelRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What came of one wish. */
public sealed interface PredictionResult {

  /** The document of ml-inference. */
  record Predicted(JsonNode document) implements PredictionResult {}

  /** No version serves; the newest candidate tells why, where it could be asked for. */
  record NotServing(Symbol symbol, Timeframe timeframe, Optional<ModelRecord> newestCandidate)
      implements PredictionResult {}

  /** It cannot be answered, for this reason. */
  record Refused(Problem problem) implements PredictionResult {}
}
