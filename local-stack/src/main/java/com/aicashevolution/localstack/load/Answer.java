package com.aicashevolution.localstack.load;

import java.util.UUID;

/**
 * What a client is told by one prediction.
 *
 * @param asOf open time of the newest bar, as written
 * @param sell per cent with two decimals, as {@code hold} and {@code buy}
 * @param cacheHit whether its row is an earlier request's
 */
public record Answer(
    UUID predictionId,
    String symbol,
    String modelVersion,
    String asOf,
    String direction,
    double sell,
    double hold,
    double buy,
    boolean cacheHit) {}
