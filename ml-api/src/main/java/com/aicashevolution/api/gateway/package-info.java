/**
 * The way to the services behind the door. Predictions are routed to an exact version and guarded
 * by a circuit breaker and a bulkhead; what belongs to the trainer is handed on as it came and its
 * answers are handed back as they are.
 */
@NullMarked
package com.aicashevolution.api.gateway;

import org.jspecify.annotations.NullMarked;
