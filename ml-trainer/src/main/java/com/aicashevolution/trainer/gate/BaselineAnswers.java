package com.aicashevolution.trainer.gate;

import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.training.baseline.Baseline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What every baseline answers to the samples of a plan; by name, row-major {@code [samples, 3]}.
 *
 * @param onFolds to all folds' test parts, one after the other
 * @param onHoldout to the holdout
 */
record BaselineAnswers(Map<String, float[]> onFolds, Map<String, float[]> onHoldout) {

  /** Fits every baseline on every fold and on the whole development part, one after the other. */
  static BaselineAnswers of(FoldPlan plan, List<Baseline> baselines) {
    Map<Question, float[]> answers = new HashMap<>();
    for (Question question : questions(plan, baselines)) {
      answers.put(question, question.answer());
    }
    return joined(plan, baselines, answers);
  }

  /**
   * The same answers, {@code parallelism} at a time: each is a pure function of its fold.
   *
   * @throws InterruptedException if the waiting thread is interrupted; what has not begun by then
   *     never does
   * @throws IllegalStateException if a baseline fails
   */
  static BaselineAnswers inParallel(FoldPlan plan, List<Baseline> baselines, int parallelism)
      throws InterruptedException {
    // Platform threads: boosted trees are fitted in native code.
    ExecutorService threads =
        Executors.newFixedThreadPool(
            parallelism, Thread.ofPlatform().daemon().name("baseline-", 0).factory());
    try {
      Map<Question, Future<float[]>> futures = new LinkedHashMap<>();
      for (Question question : questions(plan, baselines)) {
        futures.put(question, threads.submit(question::answer));
      }
      Map<Question, float[]> answers = new HashMap<>();
      for (Map.Entry<Question, Future<float[]>> each : futures.entrySet()) {
        answers.put(each.getKey(), each.getValue().get());
      }
      return joined(plan, baselines, answers);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a baseline failed: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** The largest first: begun last, it would be waited for alone. */
  private static List<Question> questions(FoldPlan plan, List<Baseline> baselines) {
    List<Fold> folds = new ArrayList<>(plan.folds());
    folds.add(plan.refit());
    Collections.reverse(folds);
    return folds.stream()
        .flatMap(fold -> baselines.stream().map(baseline -> new Question(baseline, fold)))
        .toList();
  }

  private static BaselineAnswers joined(
      FoldPlan plan, List<Baseline> baselines, Map<Question, float[]> answers) {
    Map<String, float[]> onFolds = new TreeMap<>();
    Map<String, float[]> onHoldout = new TreeMap<>();
    for (Baseline baseline : baselines) {
      List<float[]> parts = new ArrayList<>();
      for (Fold fold : plan.folds()) {
        parts.add(answers.getOrDefault(new Question(baseline, fold), new float[0]));
      }
      onFolds.put(baseline.name(), WalkForwardExamination.joined(parts));
      onHoldout.put(
          baseline.name(),
          answers.getOrDefault(new Question(baseline, plan.refit()), new float[0]));
    }
    return new BaselineAnswers(onFolds, onHoldout);
  }

  private record Question(Baseline baseline, Fold fold) {

    float[] answer() {
      return baseline.probabilities(fold);
    }
  }
}
