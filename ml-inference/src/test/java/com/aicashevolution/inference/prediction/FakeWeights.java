package com.aicashevolution.inference.prediction;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.weights.Improvement;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.platform.weights.WeightsRecord.Basis;
import com.aicashevolution.platform.weights.WeightsRecord.Origin;
import com.aicashevolution.signal.IndicatorWeights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/** Weights for reading: tests say which are in force, and when nobody can say. */
public final class FakeWeights implements WeightHistory {

  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  private final List<WeightsRecord> records = new ArrayList<>();
  private boolean lost;

  /** Puts a version in force that gives every indicator of a line the same weight. */
  public void put(String version, ModelLine line, double weight) {
    double[] equal = new double[IndicatorName.COUNT];
    Arrays.fill(equal, 1.0 / IndicatorName.COUNT);
    Interval more = new Interval(0.1, 0.02, 0.2, 0.99);
    records.removeIf(each -> each.line().equals(line));
    records.add(
        new WeightsRecord(
            new IndicatorWeights(version, Collections.nCopies(IndicatorName.COUNT, weight)),
            line,
            Timeframe.H1,
            AT,
            null,
            "alice",
            new Origin(
                Basis.PREDICTIONS,
                null,
                IndicatorImportance.byName(equal),
                new Improvement(more, more, "neutral", 300, 200, 150, 120, AT, AT, AT))));
  }

  public void lose() {
    lost = true;
  }

  @Override
  public List<WeightsRecord> active() {
    if (lost) {
      throw new DataAccessResourceFailureException("the database is away");
    }
    return List.copyOf(records);
  }

  @Override
  public List<WeightsRecord> newest(ModelLine line, Timeframe timeframe, int limit) {
    throw new UnsupportedOperationException("inference never asks for the history");
  }

  @Override
  public Optional<WeightsRecord> store(Draft draft, String actor) {
    throw new UnsupportedOperationException("inference never stores weights");
  }

  @Override
  public Optional<WeightsRecord> reset(
      ModelLine line, Timeframe timeframe, String actor, String reason) {
    throw new UnsupportedOperationException("inference never resets weights");
  }
}
