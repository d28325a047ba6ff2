package com.aicashevolution.trainer.drift;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.drift.DriftReport.Asked;
import com.aicashevolution.trainer.drift.LineCheck.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the champions and keeps what was found. Thread-safe across replicas. */
public final class DriftWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);

  private final ModelRegistry registry;
  private final LineCheck check;
  private final DriftRecorder recorder;
  private final DriftMeters meters;
  private final Clock clock;

  public DriftWatch(
      ModelRegistry registry,
      LineCheck check,
      DriftRecorder recorder,
      DriftMeters meters,
      Clock clock) {
    this.registry = registry;
    this.check = check;
    this.recorder = recorder;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Checks every line with a champion, unless it has its daily report already. A line that cannot
   * be checked does not keep the others from it.
   *
   * @throws RuntimeException what went wrong with the last line that could not be checked
   */
  public void checkDaily() {
    RuntimeException failure = null;
    for (Subject subject : champions(null, null)) {
      Instant now = clock.instant();
      try {
        if (!recorder.hasDaily(subject, now)) {
          var _ = check(subject, new Asked(DriftTrigger.DAILY, "schedule"));
        }
      } catch (RuntimeException e) {
        LOG.warn("event=drift_check_failed line={} error={}", subject.line(), e.toString());
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Checks now.
   *
   * @param line only this one; null for all
   * @param symbol only lines whose champion answers for it; null for all
   * @throws UncheckedIOException if the artifact store cannot be reached
   */
  public List<DriftReport> check(@Nullable ModelLine line, @Nullable Symbol symbol, String by) {
    List<DriftReport> reports = new ArrayList<>();
    for (Subject subject : champions(line, symbol)) {
      reports.add(check(subject, new Asked(DriftTrigger.REQUEST, by)));
    }
    return reports;
  }

  private List<Subject> champions(@Nullable ModelLine line, @Nullable Symbol symbol) {
    List<Subject> subjects = new ArrayList<>();
    for (LineState state : registry.lines()) {
      ModelVersion champion = state.champion();
      boolean wanted =
          (line == null || state.line().equals(line))
              && (symbol == null || state.line().covers(symbol));
      if (champion != null && wanted) {
        subjects.add(new Subject(state.line(), state.timeframe(), champion));
      }
    }
    return subjects;
  }

  private DriftReport check(Subject subject, Asked asked) {
    try {
      DriftReport report = recorder.record(check.check(subject, asked, clock.instant()));
      meters.checked(report.state());
      LOG.info(
          "event=drift_checked line={} version={} state={} symbols_drifted={} symbols_judged={}"
              + " worst_ratio={} training_id={}",
          report.line(),
          report.version(),
          report.state().wireName(),
          report.symbolsDrifted(),
          report.symbolsJudged(),
          report.worstRatio(),
          report.trainingId());
      return report;
    } catch (IOException e) {
      meters.failed();
      throw new UncheckedIOException("the artifact store does not answer", e);
    } catch (RuntimeException e) {
      meters.failed();
      throw e;
    }
  }
}
