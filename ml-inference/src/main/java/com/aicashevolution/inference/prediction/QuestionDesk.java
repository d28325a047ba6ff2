package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.cache.PredictionKey;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.engine.Resolution;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.inference.window.WindowSource;

/** Settles which version answers a request, and from which window. Thread-safe. */
public final class QuestionDesk {

  private final ModelResolver models;
  private final WindowSource windows;
  private final Advisor advisor;

  public QuestionDesk(ModelResolver models, WindowSource windows, Advisor advisor) {
    this.models = models;
    this.windows = windows;
    this.advisor = advisor;
  }

  /** A question, or the reason that there is none. */
  sealed interface Settled {

    /** Ready to be answered. */
    record Ready(Question question) implements Settled {}

    /** Answered already, with a reason. */
    record Not(PredictionResult result) implements Settled {}
  }

  Settled settle(PredictionRequest request) {
    long started = System.nanoTime();
    Resolution resolution = models.resolve(request.symbol(), request.timeframe(), request.choice());
    if (!(resolution instanceof Resolution.Serving serving)) {
      return new Settled.Not(new PredictionResult.NoModel(resolution));
    }
    return switch (windows.find(request.symbol(), request.timeframe(), request.input())) {
      case WindowFinding.Found window -> {
        SignalAdvice advice = advisor.adviceOf(serving.model(), request.includeWeights());
        PredictionKey key = key(request, serving, window, advice);
        yield new Settled.Ready(new Question(request, serving, window, advice, key, started));
      }
      case WindowFinding.NotEnoughHistory counts ->
          new Settled.Not(new PredictionResult.TooLittleHistory(counts));
      case WindowFinding.CandlesUnavailable unavailable ->
          new Settled.Not(new PredictionResult.NoCandles());
    };
  }

  private static PredictionKey key(
      PredictionRequest request,
      Resolution.Serving serving,
      WindowFinding.Found window,
      SignalAdvice advice) {
    return PredictionKey.of(
        request.symbol(),
        request.timeframe(),
        serving.model().version(),
        serving.model().manifest().schema().hash(),
        advice.weights().version(),
        window.window().values());
  }
}
