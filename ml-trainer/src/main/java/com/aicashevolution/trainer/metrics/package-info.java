/**
 * What the trainer tells Prometheus: runs by their end, how long they take, and how good the models
 * that serve were when they were judged.
 */
@NullMarked
package com.aicashevolution.trainer.metrics;

import org.jspecify.annotations.NullMarked;
