package com.aicashevolution.trainer.gate;

import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import java.util.List;
import java.util.Locale;

/** Decides whether a trained version may serve. Immutable, thread-safe. */
public final class Gate {

  private final GateProperties minimums;

  public Gate(GateProperties minimums) {
    this.minimums = minimums;
  }

  /** Fewest windows a network may be fitted on. */
  public int minTrainingSamples() {
    return minimums.minTrainingSamples();
  }

  /** Confidence of the lower bound of skill that {@link #judge} wants above 0. */
  public double skillConfidence() {
    return minimums.skillConfidence();
  }

  /** Every check is made, also after one has failed: the verdict names all reasons. */
  public GateVerdict judge(Evidence evidence) {
    var model = evidence.report().model();
    var trading = evidence.report().trading();
    return GateVerdict.of(
        List.of(
            atLeast(
                "min_training_samples",
                "training samples",
                evidence.trainSamples(),
                minimums.minTrainingSamples()),
            atLeast(
                "min_test_samples",
                "samples in the untouched tail",
                model.samples(),
                minimums.minTrainingSamples()),
            atLeast("min_accuracy", "accuracy", model.accuracy(), minimums.minAccuracy()),
            atLeast("min_f1", "macro F1", model.macroF1(), minimums.minF1()),
            atLeast(
                "min_win_rate",
                "win rate of " + trading.trades() + " acted-on signals",
                trading.winRate(),
                minimums.minWinRate()),
            skill(evidence.skill())));
  }

  private static GateCheck atLeast(String name, String what, double value, double bound) {
    boolean passed = value >= bound;
    return new GateCheck(
        name,
        value,
        bound,
        passed,
        what + " " + number(value) + (passed ? " reaches " : " is below ") + number(bound));
  }

  private static GateCheck skill(Skill skill) {
    boolean passed = skill.lower() > 0;
    String sentence =
        String.format(
            Locale.ROOT,
            "accuracy %s the best constant answer by %s, %s%% lower bound %s (bootstrap over %d"
                + " blocks of %d bars), which is %sabove 0",
            skill.difference() >= 0 ? "exceeds" : "falls short of",
            number(Math.abs(skill.difference())),
            number(100 * skill.confidence()),
            number(skill.lower()),
            skill.blocks(),
            skill.blockBars(),
            passed ? "" : "not ");
    return new GateCheck("skill_over_majority", skill.lower(), 0, passed, sentence);
  }

  /** At most four decimals, none where there are none. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
