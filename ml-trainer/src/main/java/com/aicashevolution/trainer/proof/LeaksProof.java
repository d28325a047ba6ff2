package com.aicashevolution.trainer.proof;

import com.aicashevolution.trainer.leak.LeakAlarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plants each leak into the path of a training run and counts those that the canary kept for it
 * notices; and sends the canaries down clean paths, where none may sing.
 */
public final class LeaksProof implements Proof {

  private static final int CLEAN = 20;
  private static final int CLEAN_IN_SHORT = 8;

  @Override
  public String name() {
    return "leaks";
  }

  @Override
  public String goal() {
    return "5 of 5 planted leaks caught, no false alarm on clean pipelines";
  }

  @Override
  public Finding measure(Effort effort, ProofProgress progress) throws InterruptedException {
    Repetitions repetitions = new Repetitions(effort, progress);
    PlantedLeak[] planted = PlantedLeak.values();
    List<List<LeakAlarm>> caught =
        repetitions.of(
            "planted leaks",
            "leaks",
            planted.length,
            i -> {
              CleanPath path = CleanPath.number(0);
              return path.examine(planted[i].into(path.path()));
            });
    int clean = effort.full() ? CLEAN : CLEAN_IN_SHORT;
    List<List<LeakAlarm>> alarms =
        repetitions.of(
            "clean pipelines",
            "pipelines",
            clean,
            i -> CleanPath.number(i).examine(CleanPath.number(i).path()));
    return finding(caught, alarms);
  }

  /**
   * The finding.
   *
   * @param onLeaks alarms per planted leak, in order
   * @param onClean alarms per clean path
   */
  static Finding finding(List<List<LeakAlarm>> onLeaks, List<List<LeakAlarm>> onClean) {
    List<String> details = new ArrayList<>();
    int caught = 0;
    for (PlantedLeak leak : PlantedLeak.values()) {
      List<LeakAlarm> alarms = onLeaks.get(leak.ordinal());
      caught += alarms.stream().anyMatch(alarm -> alarm.canary() == leak.caughtBy()) ? 1 : 0;
      details.add(leak.words() + ": " + names(alarms));
    }
    long falseAlarms = onClean.stream().filter(alarms -> !alarms.isEmpty()).count();
    for (int i = 0; i < onClean.size(); i++) {
      if (!onClean.get(i).isEmpty()) {
        details.add(CleanPath.number(i) + ": " + onClean.get(i).getFirst().sentence());
      }
    }
    details.add("clean pipelines differ in market, symbols, timeframe, label, folds and thinning");
    return new Finding(
        "%d of %d caught, %d false alarms on %d clean pipelines"
            .formatted(caught, onLeaks.size(), falseAlarms, onClean.size()),
        caught == PlantedLeak.values().length && falseAlarms == 0,
        String.join("\n", details));
  }

  private static String names(List<LeakAlarm> alarms) {
    return alarms.isEmpty()
        ? "unnoticed"
        : alarms.stream()
            .map(alarm -> alarm.canary().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
  }
}
