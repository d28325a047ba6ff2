package com.aicashevolution.trainer.fits;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.publishing.PublishedModels;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Fitter;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.Start;
import com.aicashevolution.trainer.training.Stopping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second replica, and what it does with fits of a run that another one coordinates. */
class FitWorkerTest {

  private static final FitRef FIT = new FitRef("training_20261121_120000", 0);
  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final CandleSeries STORED = SyntheticSamples.flat(EURUSD, 500);
  private static final WalkForward SPLIT = WalkForward.withLeastEmbargo(1, 0.05, 0.25, 6);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** The coordinator read other candles: a fit on these would be evidence about another market. */
  @Test
  void givesAFitBackWhereTheCandlesAreNotThoseOfTheRun() {
    FakeFitStore store = new FakeFitStore(order(), briefing("0".repeat(64)), true);
    Untouched fitter = new Untouched();
    try (FitBeats beats = new FitBeats(store, "second", Duration.ofHours(1))) {
      FitWorker worker = worker(store, new RunDataCache(sources(), store), fitter, beats);

      assertThat(worker.work(FIT)).isEqualTo(new FitWorker.Next.Again(Duration.ofSeconds(5)));
    }

    assertThat(store.events).hasSize(2);
    assertThat(store.events.getFirst()).isEqualTo("claimed by second");
    assertThat(store.events.getLast())
        .startsWith("released: ")
        .contains("the candles of EURUSD have changed since the run began", "0".repeat(64));
    assertThat(meters.get("ml.fits.refused").counter().count()).isEqualTo(1);
  }

  /** Somebody cancelled the run at its coordinator; this replica hears of it with its next beat. */
  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void stopsAFitOfARunThatNobodyWantsAnyMore() {
    FakeFitStore store = new FakeFitStore(order(), briefing("0".repeat(64)), false);
    RunDataCache runs = new RunDataCache(sources(), store);
    runs.keep(FIT.trainingId(), data());
    try (FitBeats beats = new FitBeats(store, "second", Duration.ofMillis(5))) {
      FitWorker worker = worker(store, runs, new UntilCancelled(), beats);

      assertThat(worker.work(FIT)).isEqualTo(new FitWorker.Next.Over());
    }

    assertThat(store.events).containsExactly("claimed by second");
    assertThat(meters.get("ml.fit.duration").timer().count()).isZero();
  }

  private FitWorker worker(FitStore store, RunDataCache runs, Fitter fitter, FitBeats beats) {
    return new FitWorker(
        store,
        runs,
        fitter,
        beats,
        new FitWorker.Reporting(
            "second",
            new FitMeters(meters),
            Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
            new FinishedHere()));
  }

  private static FitOrder order() {
    return new FitOrder(
        0,
        FitOrder.Kind.FOLD,
        0,
        7,
        new Hyperparameters(
            new Architecture(List.of(8), 8, 0, false),
            new Optimisation(5e-3, 0, 64, 4, 4, 0.5, SampleWeighting.EQUAL)),
        new Stopping.OnValidation());
  }

  private static FitStore.Briefing briefing(String hash) {
    return new FitStore.Briefing(
        new DatasetSpec(Timeframe.H1, List.of(EURUSD), null, null, SyntheticSamples.LABEL),
        SPLIT,
        Integer.MAX_VALUE,
        null,
        List.of(
            new RecordedSeries(
                EURUSD, STORED.openTime(0), STORED.openTime(STORED.size() - 1), hash)));
  }

  private static RunData data() {
    Dataset dataset = SyntheticSamples.dataset(3, 1_300, 42);
    return new RunData(
        dataset,
        ((SplitResult.Cut) SPLIT.split(dataset, Integer.MAX_VALUE)).plan(),
        List.of(),
        new Start.Random());
  }

  private static RunSources sources() {
    CandleStore candles = fake(CandleStore.class, Map.of("between", STORED, "coverage", List.of()));
    return new RunSources(
        new DatasetAssembler(candles, new FeaturePipeline()),
        new PublishedModels(
            fake(ModelRegistry.class, Map.of()), fake(ArtifactStore.class, Map.of())));
  }

  /** Answers the calls it knows; any other is a bug of the test. */
  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              Object answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer;
            }));
  }

  /** Fits nothing; a fit on it would be the failure. */
  private static class Untouched implements Fitter {

    @Override
    public FitOutcome fit(FitTask task, FitObserver observer) {
      throw new AssertionError("fitted on other candles than the run's");
    }

    @Override
    public float[] referenceProbabilities(byte[] modelZip, float[] windows) {
      throw new UnsupportedOperationException("a worker publishes nothing");
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }
  }

  /** Goes on until it is stopped. */
  private static final class UntilCancelled extends Untouched {

    @Override
    public FitOutcome fit(FitTask task, FitObserver observer) {
      while (!observer.cancelled()) {
        Thread.onSpinWait();
      }
      return new FitOutcome.Cancelled();
    }
  }
}
