package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunStep;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@link TrainingRunStore} in memory, held to the same contract as the real one. */
final class FakeTrainingRunStore implements TrainingRunStore {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'training_'yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final Map<String, TrainingRun> runs = new LinkedHashMap<>();
  private final Map<String, RunPlan> plans = new HashMap<>();
  private final Set<String> handedOver = new HashSet<>();
  private int takeovers;

  @Override
  public synchronized EnqueueResult enqueue(
      TrainingRequest request,
      String requestedBy,
      TrainingTrigger trigger,
      boolean behindRunning,
      Instant at) {
    Optional<TrainingRun> queued = newestWith(RunStatus.QUEUED);
    if (queued.isPresent()) {
      return new EnqueueResult.InProgress(queued.get());
    }
    Optional<TrainingRun> running = newestWith(RunStatus.RUNNING);
    if (running.isPresent() && !behindRunning) {
      return new EnqueueResult.InProgress(running.get());
    }
    Instant named = at;
    while (runs.containsKey(NAME.format(named))) {
      named = named.plusSeconds(1);
    }
    TrainingRun run =
        new TrainingRun(
            NAME.format(named),
            request,
            requestedBy,
            trigger.wireName(),
            new TrainingRun.Times(at, null, null, null),
            new TrainingRun.State(RunStatus.QUEUED, "queued", 0, "waiting for a trainer", false),
            TrainingRun.Result.NONE);
    runs.put(run.trainingId(), run);
    return new EnqueueResult.Queued(run);
  }

  @Override
  public synchronized Optional<TrainingRun> claim(Instant at) {
    if (newestWith(RunStatus.RUNNING).isPresent()) {
      return Optional.empty();
    }
    return newestWith(RunStatus.QUEUED)
        .map(
            run ->
                put(
                    run,
                    new TrainingRun.Times(run.times().queuedAt(), at, null, at),
                    new TrainingRun.State(RunStatus.RUNNING, "queued", 0, "starting", false),
                    TrainingRun.Result.NONE));
  }

  @Override
  public synchronized Optional<TrainingRun> resume(Instant at) {
    Optional<TrainingRun> running = newestWith(RunStatus.RUNNING);
    if (running.isEmpty()) {
      return running;
    }
    if (!handedOver.remove(running.get().trainingId())) {
      if (takeovers == MAX_TAKEOVERS) {
        return Optional.empty();
      }
      takeovers++;
    }
    return Optional.of(
        put(
            running.get(),
            new TrainingRun.Times(
                running.get().times().queuedAt(), running.get().times().startedAt(), null, at),
            running.get().state(),
            TrainingRun.Result.NONE));
  }

  @Override
  public synchronized void handOver(String trainingId) {
    TrainingRun run = runs.get(trainingId);
    if (run != null && run.status() == RunStatus.RUNNING) {
      handedOver.add(trainingId);
      put(
          run,
          run.times(),
          new TrainingRun.State(
              RunStatus.RUNNING,
              run.state().step(),
              run.state().progress(),
              "its trainer was shut down, waiting for another",
              run.state().cancelRequested()),
          run.result());
    }
  }

  @Override
  public synchronized void keepPlan(String trainingId, RunPlan plan) {
    plans.put(trainingId, plan);
  }

  @Override
  public synchronized Optional<RunPlan> plan(String trainingId) {
    return Optional.ofNullable(plans.get(trainingId));
  }

  @Override
  public synchronized Signal report(
      String trainingId, RunStep step, double progress, String message, Instant at) {
    TrainingRun run = runs.get(trainingId);
    if (run == null || run.status() != RunStatus.RUNNING) {
      return Signal.LOST;
    }
    boolean cancel = run.state().cancelRequested();
    put(
        run,
        new TrainingRun.Times(run.times().queuedAt(), run.times().startedAt(), null, at),
        new TrainingRun.State(RunStatus.RUNNING, step.wireName(), progress, message, cancel),
        run.result());
    return cancel ? Signal.CANCEL : Signal.CONTINUE;
  }

  @Override
  public synchronized boolean finish(String trainingId, Ending ending, Instant at) {
    TrainingRun run = runs.get(trainingId);
    if (run == null || run.status() != RunStatus.RUNNING) {
      return false;
    }
    double progress = ending.step() == RunStep.DONE ? 1 : run.state().progress();
    put(
        run,
        ended(run, at),
        new TrainingRun.State(
            ending.status(),
            ending.step().wireName(),
            progress,
            ending.message(),
            run.state().cancelRequested()),
        ending.result());
    return true;
  }

  @Override
  public synchronized List<String> abandonRunning(Instant at) {
    Optional<TrainingRun> running = newestWith(RunStatus.RUNNING);
    running.ifPresent(
        run ->
            put(
                run,
                ended(run, at),
                new TrainingRun.State(
                    RunStatus.CRASHED,
                    run.state().step(),
                    run.state().progress(),
                    "its trainer vanished while: " + run.state().message(),
                    run.state().cancelRequested()),
                run.result()));
    return running.map(TrainingRun::trainingId).stream().toList();
  }

  @Override
  public synchronized CancelResult cancel(String trainingId, String actor, Instant at) {
    TrainingRun run = runs.get(trainingId);
    if (run == null) {
      return new CancelResult.Unknown(trainingId);
    }
    return switch (run.status()) {
      case QUEUED ->
          new CancelResult.Cancelled(
              put(
                  run,
                  ended(run, at),
                  new TrainingRun.State(
                      RunStatus.CANCELLED, "queued", 0, "cancelled before it began", true),
                  run.result()));
      case RUNNING ->
          new CancelResult.Requested(
              put(
                  run,
                  run.times(),
                  new TrainingRun.State(
                      RunStatus.RUNNING,
                      run.state().step(),
                      run.state().progress(),
                      run.state().message(),
                      true),
                  run.result()));
      case SUCCEEDED, REJECTED, FAILED, CANCELLED, CRASHED -> new CancelResult.AlreadyEnded(run);
    };
  }

  @Override
  public synchronized Optional<TrainingRun> find(String trainingId) {
    return Optional.ofNullable(runs.get(trainingId));
  }

  @Override
  public synchronized Optional<TrainingRun> active() {
    return newestWith(RunStatus.RUNNING).or(() -> newestWith(RunStatus.QUEUED));
  }

  @Override
  public synchronized Optional<TrainingRun> newestWith(RunStatus status) {
    return newest(Integer.MAX_VALUE).stream().filter(r -> r.status() == status).findFirst();
  }

  @Override
  public synchronized List<TrainingRun> newest(int limit) {
    return new ArrayList<>(runs.values())
        .stream()
            .sorted(
                Comparator.comparing((TrainingRun r) -> r.times().queuedAt())
                    .thenComparing(TrainingRun::trainingId)
                    .reversed())
            .limit(limit)
            .toList();
  }

  private static TrainingRun.Times ended(TrainingRun run, Instant at) {
    TrainingRun.Times times = run.times();
    return new TrainingRun.Times(times.queuedAt(), times.startedAt(), at, times.heartbeatAt());
  }

  private TrainingRun put(
      TrainingRun run,
      TrainingRun.Times times,
      TrainingRun.State state,
      TrainingRun.Result result) {
    TrainingRun changed =
        new TrainingRun(
            run.trainingId(),
            run.request(),
            run.requestedBy(),
            run.trigger(),
            times,
            state,
            result);
    runs.put(run.trainingId(), changed);
    return changed;
  }
}
