package com.aicashevolution.localstack.prove;

import com.aicashevolution.drift.simulation.DriftSimulation;
import com.aicashevolution.drift.simulation.DriftTrial;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulationSpec;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * The drift checks stay silent where nothing drifts and notice doubled volatility within a day: a
 * simulation of its own, with the classes the trainer checks with; no stack is asked.
 */
final class DriftClaim implements Claim {
  private static final double MOST_FALSE_ALARMS = 1;
  private static final double LEAST_DETECTED = 0.95;
  private static final long FIRST_SEED = 20261101;

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public String statement() {
    return "Drift checks raise few false alarms and notice doubled volatility within 24 bars.";
  }

  @Override
  public String goal() {
    return "at most 1 false alarm per symbol and quarter; at least 95 % of doublings noticed";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    List<Symbol> symbols = full ? Symbol.defaults() : Symbol.defaults().subList(0, 8);
    int markets = full ? 8 : 1;
    DriftTrial walk = replay(scene, "random walk", symbols, markets, SimulationSpec::randomWalk);
    DriftTrial trends = replay(scene, "with trends", symbols, markets, SimulationSpec::regimes);
    double falseAlarms =
        Math.max(walk.falseAlarmsPerSymbolQuarter(), trends.falseAlarmsPerSymbolQuarter());
    double detected = Math.min(walk.detectedShare(), trends.detectedShare());
    return new Finding(
        String.format(
            Locale.ROOT, "%.2f false alarms, %.1f %% noticed", falseAlarms, 100 * detected),
        falseAlarms <= MOST_FALSE_ALARMS && detected >= LEAST_DETECTED,
        describe("random walk with sessions and clustered volatility", walk)
            + "\n"
            + describe("market whose trends and reversals widen ranges by themselves", trends)
            + "\nBoth figures are of the worse market.");
  }

  private static DriftTrial replay(
      Scene scene,
      String market,
      List<Symbol> symbols,
      int markets,
      LongFunction<SimulationSpec> spec) {
    DriftTrial total = DriftTrial.NONE;
    int done = 0;
    try (Progress progress =
        scene.terminal().progress(market, (long) symbols.size() * markets, "years")) {
      for (int seed = 0; seed < markets; seed++) {
        for (Symbol symbol : symbols) {
          SimulationSpec simulated = spec.apply(FIRST_SEED + seed);
          total = total.plus(DriftSimulation.YEAR.run(simulated, symbol));
          progress.update(++done, "");
        }
      }
    }
    return total;
  }

  private static String describe(String market, DriftTrial trial) {
    return String.format(
        Locale.ROOT,
        "%s: %d false alarms in %.0f symbol-quarters (%d daily checks, %d of them alarming), "
            + "%d of %d doublings noticed, after %.1f bars on average",
        market,
        trial.falseAlarms(),
        trial.symbolQuarters(),
        trial.checks(),
        trial.alarmingChecks(),
        trial.detected(),
        trial.doublings(),
        trial.meanBarsToDetection());
  }
}
