package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.engine.Resolution;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.platform.observability.PredictionOutcome;

/** What a question came to. */
public sealed interface PredictionResult {

  /** How operators count it. */
  PredictionOutcome outcome();

  /** Answered. */
  record Predicted(PredictionAnswer answer) implements PredictionResult {

    @Override
    public PredictionOutcome outcome() {
      return PredictionOutcome.OK;
    }
  }

  /** No version answers; {@code why} is every kind but the serving one. */
  record NoModel(Resolution why) implements PredictionResult {

    @Override
    public PredictionOutcome outcome() {
      return switch (why) {
        case Resolution.UnknownVersion unknown -> PredictionOutcome.INVALID;
        case Resolution.RejectedVersion rejected -> PredictionOutcome.INVALID;
        case Resolution.DoesNotFit misfit -> PredictionOutcome.INVALID;
        case Resolution.NoChampion none -> PredictionOutcome.NOT_SERVING;
        case Resolution.RefusedVersion refused -> PredictionOutcome.NOT_SERVING;
        case Resolution.Unreachable unreachable -> PredictionOutcome.FAILED;
        case Resolution.Serving serving -> PredictionOutcome.FAILED;
      };
    }
  }

  /** The system abstains. */
  record TooLittleHistory(WindowFinding.NotEnoughHistory counts) implements PredictionResult {

    @Override
    public PredictionOutcome outcome() {
      return PredictionOutcome.ABSTAINED;
    }
  }

  /** Candles could not be read. */
  record NoCandles() implements PredictionResult {

    @Override
    public PredictionOutcome outcome() {
      return PredictionOutcome.FAILED;
    }
  }

  /** The answer could not be kept, and so is not given. */
  record NotKept(String why) implements PredictionResult {

    @Override
    public PredictionOutcome outcome() {
      return PredictionOutcome.FAILED;
    }
  }

  /** A bug of ours, logged where it happened. */
  record Broken() implements PredictionResult {

    @Override
    public PredictionOutcome outcome() {
      return PredictionOutcome.FAILED;
    }
  }
}
