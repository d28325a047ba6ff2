package com.aicashevolution.trainer.leak;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.TrainFold;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.leak.LeakAlarm.Canary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a plan and wants its parts in order and apart. Linear in the samples. */
final class SplitCanary {

  private final FoldPlan plan;
  private final List<LeakAlarm> alarms = new ArrayList<>();
  private final Set<Canary> raised = EnumSet.noneOf(Canary.class);

  private SplitCanary(FoldPlan plan) {
    this.plan = plan;
  }

  /** At most one alarm of each kind. */
  static List<LeakAlarm> watch(FoldPlan plan) {
    return new SplitCanary(plan).alarms();
  }

  private List<LeakAlarm> alarms() {
    Part holdout = Part.of("the holdout", plan.refit().test());
    for (Fold fold : plan.folds()) {
      Part test = within(fold, "fold " + fold.number());
      if (test != null && holdout != null) {
        apart(test, holdout);
      }
    }
    within(plan.refit(), "the refit");
    return alarms;
  }

  /** Compares the parts of one fold; returns the one it is judged on. */
  private @Nullable Part within(Fold fold, String name) {
    Part train = Part.of("training of " + name, fold.train());
    Part validation = Part.of("validation of " + name, fold.validation());
    Part test = Part.of("judging of " + name, fold.test());
    List<Part> parts = Stream.of(train, validation, test).filter(Objects::nonNull).toList();
    for (int p = 1; p < parts.size(); p++) {
      apart(parts.get(p - 1), parts.get(p));
    }
    if (parts.size() > 1) {
      standardizing(fold.standardizing(), parts.get(1));
    }
    return test;
  }

  private void apart(Part before, Part after) {
    if (before.lastOpen >= after.firstOpen) {
      raise(Canary.ORDER, before + " goes on until " + at(before.lastOpen) + ", " + after);
    }
    if (before.lastSettled > after.firstOpen) {
      raise(
          Canary.PURGE,
          "labels of " + before + " are settled at " + at(before.lastSettled) + ", " + after);
    }
    after.firstBars.forEach(
        (symbol, bar) -> {
          int settledBar = before.settledBars.getOrDefault(symbol, Integer.MIN_VALUE);
          int firstRow = bar - FeatureSchema.WINDOW_BARS + 1;
          if (firstRow <= settledBar) {
            raise(
                Canary.EMBARGO,
                "the first window of %s in %s begins with bar %d, the labels of %s reach to bar %d"
                    .formatted(symbol, after.name, firstRow, before.name, settledBar));
          }
        });
  }

  private void standardizing(TrainFold rows, Part asked) {
    for (TrainFold.Part part : rows.parts()) {
      long last = part.matrix().series().openEpochSecond(part.toBar() - 1);
      if (part.rows() > 0 && last >= asked.firstOpen) {
        raise(
            Canary.STANDARDIZER,
            "rows until %s are what is standardized with, %s".formatted(at(last), asked));
      }
    }
  }

  private void raise(Canary canary, String sentence) {
    if (raised.add(canary)) {
      alarms.add(new LeakAlarm(canary, sentence));
    }
  }

  private static Instant at(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond);
  }

  /** Where a part begins and ends. */
  private static final class Part {

    private final String name;
    private long firstOpen = Long.MAX_VALUE;
    private long lastOpen = Long.MIN_VALUE;
    private long lastSettled = Long.MIN_VALUE;
    private final Map<Symbol, Integer> firstBars = new TreeMap<>();
    private final Map<Symbol, Integer> settledBars = new TreeMap<>();

    private Part(String name, SampleSet samples) {
      this.name = name;
      for (int i = 0; i < samples.size(); i++) {
        firstOpen = Math.min(firstOpen, samples.openEpochSecond(i));
        lastOpen = Math.max(lastOpen, samples.openEpochSecond(i));
        lastSettled = Math.max(lastSettled, samples.settledEpochSecond(i));
        Symbol symbol = samples.symbolSamples(i).symbol();
        int settledBar = samples.bar(i) + samples.symbolSamples(i).horizonBars();
        firstBars.merge(symbol, samples.bar(i), Math::min);
        settledBars.merge(symbol, settledBar, Math::max);
      }
    }

    static @Nullable Part of(String name, SampleSet samples) {
      return samples.size() == 0 ? null : new Part(name, samples);
    }

    @Override
    public String toString() {
      return name + " begins at " + at(firstOpen);
    }
  }
}
