package com.aicashevolution.inference.cache;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer that has its row; what is not here follows from the request and the policy.
 *
 * @param predictionId of the row
 * @param createdAt when it was computed
 * @param expiresAt first instant at which it may not be given any more
 */
public record CachedPrediction(
    UUID predictionId,
    Instant createdAt,
    Instant expiresAt,
    ModelVersion modelVersion,
    Probabilities probabilities) {}
