package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.model.GateVerdict.GateCheck;
import java.util.List;
import java.util.Locale;

/** Compares a figure with its bound and says so in words. What is not a number never passes. */
final class Check {

  private Check() {}

  static GateCheck atLeast(String name, String what, double value, double bound) {
    boolean passed = value >= bound;
    return new GateCheck(
        name,
        value,
        bound,
        passed,
        what + " " + number(value) + (passed ? " reaches " : " is below ") + number(bound));
  }

  static GateCheck atMost(String name, String what, double value, double bound) {
    boolean passed = value <= bound;
    return new GateCheck(
        name,
        value,
        bound,
        passed,
        what + " " + number(value) + (passed ? " keeps within " : " is above ") + number(bound));
  }

  /** More often right than a baseline that learns nothing, and not by chance. */
  static GateCheck skill(String baseline, Skill skill) {
    return compared("skill_over_" + baseline, baseline, skill, 0, skill.lower() > 0);
  }

  /** Hardly less often right than a baseline that learns. */
  static GateCheck shortfall(String baseline, Skill skill, double largest) {
    boolean passed = skill.lower() >= -largest;
    return compared("shortfall_of_" + baseline, baseline, skill, -largest, passed);
  }

  private static GateCheck compared(
      String name, String baseline, Skill skill, double bound, boolean passed) {
    String sentence =
        String.format(
            Locale.ROOT,
            "accuracy %s %s by %s, %s%% lower bound %s (bootstrap over %d blocks of %d bars),"
                + " which is %sabove %s",
            skill.difference() >= 0 ? "exceeds" : "falls short of",
            baseline.replace('_', ' '),
            number(Math.abs(skill.difference())),
            number(100 * skill.confidence()),
            number(skill.lower()),
            skill.blocks(),
            skill.blockBars(),
            passed ? "" : "not ",
            number(bound));
    return new GateCheck(name, skill.lower(), bound, passed, sentence);
  }

  /** Nothing to come in what was fitted on. */
  static GateCheck noLeak(List<String> leaks) {
    return new GateCheck(
        "leak_canaries",
        leaks.size(),
        0,
        leaks.isEmpty(),
        leaks.isEmpty() ? "no leak canary raised an alarm" : "leak: " + String.join("; ", leaks));
  }

  /** Too good on real candles. */
  static GateCheck suspicion(double accuracy, double ceiling) {
    boolean passed = accuracy <= ceiling;
    return new GateCheck(
        "leak_suspicion",
        accuracy,
        ceiling,
        passed,
        passed
            ? "highest accuracy on real candles "
                + number(accuracy)
                + " keeps within "
                + number(ceiling)
            : "leak suspicion: accuracy "
                + number(accuracy)
                + " on real candles is above "
                + number(ceiling)
                + "; look for the future in the features before you believe it");
  }

  /** At most four decimals, none where there are none. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
