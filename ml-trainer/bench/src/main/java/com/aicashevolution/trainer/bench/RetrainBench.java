package com.aicashevolution.trainer.bench;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.evaluation.WalkForwardReport.SeedResult;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.Baselines;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.fits.LocalFits;
import com.aicashevolution.trainer.fits.RunSources;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.GateProperties;
import com.aicashevolution.trainer.pipeline.Judge;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import com.aicashevolution.trainer.pipeline.RunMonitor;
import com.aicashevolution.trainer.pipeline.RunOutcome;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.pipeline.TrainingPipeline;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.publishing.PublishedModels;
import com.aicashevolution.trainer.runs.HyperparameterOverrides;
import com.aicashevolution.trainer.runs.Parents;
import com.aicashevolution.trainer.runs.RunPlanner;
import com.aicashevolution.trainer.runs.TrainingProperties;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.training.ParallelFits;
import com.aicashevolution.trainer.training.dl4j.Dl4jFitter;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code ./ml bench retrain --days N [--symbols S] [--minutes M]}: a whole run of the default
 * settings on simulated hourly candles of the first S symbols, all unless said, from features to
 * the gate, without a database; how long each step took, how much memory the process has used at
 * most, and what came of it. With {@code --minutes} the run is stopped after so long, and what had
 * been reached is said. Settings are the trainer's, so its properties change them, say {@code
 * ML_TRAINING_OPTIMISER_UNIQUENESSWEIGHTS=false}.
 */
public final class RetrainBench {

  private RetrainBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int days = option(arguments, "--days", 90);
    int minutes = option(arguments, "--minutes", 0);
    List<Symbol> symbols =
        Symbol.defaults().subList(0, option(arguments, "--symbols", Symbol.defaults().size()));
    Dl4jFitter fitter = new Dl4jFitter(System::nanoTime);
    Steps steps = new Steps(minutes == 0 ? Duration.ofDays(30) : Duration.ofMinutes(minutes));
    steps.report(RunStep.QUEUED, 0, "simulating " + days + " days");
    SimulatedCandles candles =
        new SimulatedCandles(
            SimulationSpec.regimes(1),
            symbols,
            SimulatedMarket.ANCHOR, // there are no candles before
            SimulatedMarket.ANCHOR.plus(Duration.ofDays(days)));
    int cores = Runtime.getRuntime().availableProcessors();
    TrainingProperties training = properties("ml.training", TrainingProperties.class);
    TrainingPipeline pipeline =
        new TrainingPipeline(
            new RunSources(
                new DatasetAssembler(candles, new FeaturePipeline()),
                new PublishedModels(unused(ModelRegistry.class), unused(ArtifactStore.class))),
            new LocalFits(new ParallelFits(fitter, cores)),
            new Judge(
                new Gate(properties("ml.gate", GateProperties.class)),
                Baselines.all(training.optimiser().sampleWeighting()),
                cores),
            new ModelPublisher(
                unused(ArtifactStore.class),
                unused(ModelRegistry.class),
                fitter,
                Clock.systemUTC(),
                Map.of()),
            new ForgetfulLedger());
    RunPlan plan =
        new RunPlanner(training, symbols, Parents.none())
            .plan(
                "bench",
                new TrainingRequest(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    HyperparameterOverrides.NONE,
                    null,
                    null),
                "bench");
    say(
        "%d symbols x %d days H1: %,d candles; %d folds x %d seeds, at most %,d training samples a fit, %d cores",
        symbols.size(),
        days,
        candles.size(),
        plan.split().folds(),
        plan.seeds().size(),
        plan.maxTrainSamples(),
        cores);
    RunOutcome outcome = pipeline.run(plan, steps);
    steps.end();
    say("%s", sentence(outcome));
    if (outcome instanceof RunOutcome.Judged judged) {
      sayFigures(judged.metrics());
    }
    say(
        "total %.1f s, peak RSS %,d MB, load average %s",
        steps.seconds(), peakRssMegabytes(), loadAverage());
  }

  private static void sayFigures(RunMetrics metrics) {
    say("samples are weighed %s", weighting(metrics));
    say("out of fold    accuracy  log-loss   Brier     MCC     ECE   trades  ATR a trade");
    for (SeedResult seed : metrics.walkForward().seeds()) {
      sayFigures("seed " + seed.seed(), seed.model(), seed.trading());
    }
    EvaluationReport holdout = metrics.walkForward().holdout().report();
    sayFigures("holdout", holdout.model(), holdout.trading());
  }

  private static void sayFigures(String name, ClassificationMetrics model, TradingMetrics trading) {
    say(
        "%-14s  %.4f    %.4f  %.4f  %.4f  %.4f  %,7d      %+.4f",
        name,
        model.accuracy(),
        model.logLoss(),
        model.brier(),
        model.matthewsCorrelation(),
        model.expectedCalibrationError(),
        trading.trades(),
        trading.expectancyAtr());
  }

  private static SampleWeighting weighting(RunMetrics metrics) {
    return Objects.requireNonNull(metrics.hyperparameters()).optimisation().sampleWeighting();
  }

  private static String sentence(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Judged judged ->
          "judged: %s, %,.0f samples/s a fit"
              .formatted(
                  judged.verdict().passed()
                      ? "the gate passed it"
                      : "the gate refused it ("
                          + String.join("; ", judged.verdict().reasons())
                          + ")",
                  judged.metrics().samplesPerSecond());
      case RunOutcome.Impossible(String why) -> why;
      case RunOutcome.Cancelled _ -> "stopped after the minutes that were given";
    };
  }

  /** Tells when each step began. */
  private static final class Steps implements RunMonitor {

    private final long began = System.nanoTime();
    private final long until;
    private RunStep step = RunStep.QUEUED;
    private double stepBegan;
    private String message = "";

    Steps(Duration limit) {
      this.until = began + limit.toNanos();
    }

    @Override
    public synchronized void report(RunStep now, double fraction, String sentence) {
      if (now != step) {
        end();
        step = now;
        stepBegan = seconds();
      }
      message = String.format(Locale.ROOT, "%.0f %%: %s", 100 * fraction, sentence);
    }

    synchronized void end() {
      say(
          "%-8s %7.1f s, RSS so far %,d MB  (%s)",
          step.wireName(), seconds() - stepBegan, peakRssMegabytes(), message);
    }

    double seconds() {
      return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public boolean cancelled() {
      return System.nanoTime() > until;
    }
  }

  /** The defaults of the trainer, as it binds them. */
  private static <T> T properties(String prefix, Class<T> type) {
    return Binder.get(new StandardEnvironment()).bindOrCreate(prefix, type);
  }

  private static <T> T unused(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method + " in a run that is not published");
            }));
  }

  private static int option(String[] arguments, String name, int standard) {
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(name)) {
        return Integer.parseInt(arguments[i + 1]);
      }
    }
    return standard;
  }

  /** High-water mark of the resident set; -1 where the system does not tell. */
  private static long peakRssMegabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // not Linux
    }
    return -1;
  }

  private static String loadAverage() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
