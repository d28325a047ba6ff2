package com.aicashevolution.trainer.proof;

import com.aicashevolution.evaluation.BinomialBound;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.PlantedEdge;
import com.aicashevolution.market.simulated.ReachableAccuracy;
import com.aicashevolution.market.simulated.RegimeDynamics;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.GateProperties;
import java.util.List;
import java.util.Locale;

/**
 * Both errors of the gate, counted: how many random walks it ever promotes, however often they are
 * trained on, and how many histories with a small planted edge it promotes.
 *
 * <p>A random walk counts as promoted if any of its retrains is, so the share is family-wise. It is
 * judged by the gate as it comes, and by one whose every minimum is 0, so that nothing but skill,
 * luck and the holdout can refuse it. The minimums of the edge's gate are those of a user who hopes
 * for an edge of that size; everything else is as it comes.
 */
public final class NoiseProof implements Proof {

  static final double MOST_PROMOTED = 0.05;
  static final double LEAST_EDGES = 0.8;

  private static final double SURE = 0.95;
  private static final long SEED = 20_261_101;
  private static final int SEEDS = 3;
  private static final int FOLDS = 4;

  private static final int NOISE_DAYS = 250;
  private static final int NOISE_RETRAINS = 4;
  private static final int NOISE_SYMBOLS = 2;

  private static final int EDGE_DAYS = 730;
  private static final int EDGE_RETRAINS = 2;
  private static final List<Symbol> EDGE_SYMBOLS = Symbol.defaults().subList(0, 4);
  private static final double EDGE_LEAST_ACCURACY = 0.36;

  private final GateProperties minimums;

  /**
   * Creates the proof.
   *
   * @param minimums of the gate as it comes
   */
  public NoiseProof(GateProperties minimums) {
    this.minimums = minimums;
  }

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public String goal() {
    return "at most 5 % of random walks ever promoted, 95 % sure; at least 80 % of small edges";
  }

  @Override
  public Finding measure(Effort effort, ProofProgress progress) throws InterruptedException {
    Repetitions repetitions = new Repetitions(effort, progress);
    GateSimulation onNoise = simulation(NOISE_RETRAINS);
    List<Promoted> walks =
        repetitions.of(
            "random walks",
            "histories",
            effort.full() ? 200 : 60,
            i -> walk(onNoise.retrainsOf(noise(i))));
    GateSimulation onEdge = simulation(EDGE_RETRAINS);
    Gate wishing = new Gate(edgeMinimums());
    List<Boolean> edges =
        repetitions.of(
            "planted edges",
            "histories",
            effort.full() ? 40 : 10,
            i -> wishing.judge(onEdge.retrainsOf(edge(i)).getLast()).passed());
    return finding(
        new Counts(
            count(walks.stream().map(Promoted::byGate).toList()),
            count(walks.stream().map(Promoted::byBareGate).toList()),
            walks.size(),
            count(edges),
            edges.size()));
  }

  private GateSimulation simulation(int retrains) {
    WalkForward split =
        WalkForward.withLeastEmbargo(FOLDS, 0.15, 0.25, SimulatedHistory.LABEL.horizonBars());
    return new GateSimulation(split, SEEDS, retrains, minimums.confidence());
  }

  /** Two symbols after two, so that all of them take part. */
  private static Dataset noise(int i) {
    List<Symbol> all = Symbol.defaults();
    int first = i * NOISE_SYMBOLS % all.size();
    return SimulatedHistory.dataset(
        SimulationSpec.randomWalk(SEED + i), all.subList(first, first + NOISE_SYMBOLS), NOISE_DAYS);
  }

  private static Dataset edge(int i) {
    return SimulatedHistory.dataset(smallEdge(SEED + i), EDGE_SYMBOLS, EDGE_DAYS);
  }

  /** The simulated market with less than half of its trends and of its reversals. */
  private static SimulationSpec smallEdge(long seed) {
    SimulationSpec whole = SimulationSpec.regimes(seed);
    RegimeDynamics regimes = whole.regimes();
    return new SimulationSpec(
        seed,
        new RegimeDynamics(
            0.4 * regimes.drift(),
            0.4 * regimes.rangeAutocorrelation(),
            regimes.trendHours(),
            regimes.rangeHours(),
            regimes.reversal(),
            regimes.levelPull()),
        whole.volatility());
  }

  private Promoted walk(List<Evidence> retrains) {
    return new Promoted(
        everPassed(new Gate(minimums), retrains), everPassed(new Gate(bare()), retrains));
  }

  private static boolean everPassed(Gate gate, List<Evidence> retrains) {
    return retrains.stream().map(gate::judge).anyMatch(GateVerdict::passed);
  }

  private GateProperties bare() {
    return new GateProperties(
        minimums.minTrainingSamples(),
        0,
        0,
        0,
        0,
        1,
        1,
        1,
        minimums.minDeflatedSharpe(),
        1,
        minimums.confidence());
  }

  private GateProperties edgeMinimums() {
    return new GateProperties(
        minimums.minTrainingSamples(),
        EDGE_LEAST_ACCURACY,
        minimums.minWinRate(),
        EDGE_LEAST_ACCURACY,
        minimums.minCoverage(),
        minimums.maxCalibrationError(),
        minimums.maxExcludedShare(),
        minimums.maxShortfall(),
        minimums.minDeflatedSharpe(),
        minimums.accuracyCeiling(),
        minimums.confidence());
  }

  private static int count(List<Boolean> promoted) {
    return (int) promoted.stream().filter(each -> each).count();
  }

  /** Whether any retrain of one history was promoted. */
  private record Promoted(boolean byGate, boolean byBareGate) {}

  /**
   * What was counted.
   *
   * @param byGate random walks that the gate as it comes promoted at some retrain
   * @param byBareGate those that it would have with every minimum at 0
   * @param edges histories with an edge that were promoted at their last retrain
   */
  record Counts(int byGate, int byBareGate, int walks, int edges, int ofEdges) {}

  static Finding finding(Counts counts) {
    double upper = BinomialBound.upper(counts.byGate(), counts.walks(), SURE);
    double bareUpper = BinomialBound.upper(counts.byBareGate(), counts.walks(), SURE);
    boolean holds =
        upper <= MOST_PROMOTED
            && counts.byBareGate() <= MOST_PROMOTED * counts.walks()
            && counts.edges() >= LEAST_EDGES * counts.ofEdges();
    PlantedEdge small = plantedIn(smallEdge(SEED));
    PlantedEdge whole = plantedIn(SimulationSpec.regimes(SEED));
    return new Finding(
        String.format(
            Locale.ROOT,
            "%d of %d random walks, 95 %% sure of at most %.1f %%; %d of %d small edges",
            counts.byGate(),
            counts.walks(),
            100 * upper,
            counts.edges(),
            counts.ofEdges()),
        holds,
        String.format(
                Locale.ROOT,
                "random walks of %d symbols over %d days, each trained %d times as it grows: %d folds x"
                    + " %d seeds, the ledger grows along\n",
                NOISE_SYMBOLS,
                NOISE_DAYS,
                NOISE_RETRAINS,
                FOLDS,
                SEEDS)
            + String.format(
                Locale.ROOT,
                "with every minimum of the gate at 0: %d of %d, 95 %% sure of at most %.1f %%\n",
                counts.byBareGate(),
                counts.walks(),
                100 * bareUpper)
            + String.format(
                Locale.ROOT,
                "small edges of %d symbols over %d days, trained %d times: reachable accuracy %.3f,"
                    + " without direction %.3f (the simulated market as it comes: %.3f, %.3f);"
                    + " MIN_ACCURACY=%.2f MIN_F1=%.2f; of %d, 95 %% sure of at least %.0f %%\n",
                EDGE_SYMBOLS.size(),
                EDGE_DAYS,
                EDGE_RETRAINS,
                small.reachableAccuracy(),
                small.volatilityAccuracy(),
                whole.reachableAccuracy(),
                whole.volatilityAccuracy(),
                EDGE_LEAST_ACCURACY,
                EDGE_LEAST_ACCURACY,
                counts.ofEdges(),
                100 * BinomialBound.lower(counts.edges(), counts.ofEdges(), SURE))
            + "the fits are softmax regressions on 34 inputs, the fast path of small networks;"
            + " folds, judging and gate are those of every run");
  }

  private static PlantedEdge plantedIn(SimulationSpec spec) {
    return ReachableAccuracy.estimate(spec, SimulatedHistory.LABEL, EDGE_SYMBOLS, 1_000);
  }
}
