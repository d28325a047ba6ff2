package com.aicashevolution.api;

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

/** Weights for reading: tests say which there are; the last of a line is in force. */
public final class FakeWeights implements WeightHistory {

  private final Lost connection = new Lost();
  private final List<WeightsRecord> records = new ArrayList<>();

  public Lost connection() {
    return connection;
  }

  public void clear() {
    records.clear();
    connection.find();
  }

  /** Adds a version that gives every indicator the same weight. */
  public void add(String version, String line, double weight, Instant createdAt) {
    double[] equal = new double[IndicatorName.COUNT];
    Arrays.fill(equal, 1.0 / IndicatorName.COUNT);
    Interval more = new Interval(0.125, 0.02, 0.2, 0.99);
    records.addFirst(
        new WeightsRecord(
            new IndicatorWeights(version, Collections.nCopies(IndicatorName.COUNT, weight)),
            new ModelLine(line),
            Timeframe.H1,
            createdAt,
            null,
            "alice",
            new Origin(
                Basis.PREDICTIONS,
                null,
                IndicatorImportance.byName(equal),
                new Improvement(
                    more, more, "neutral", 300, 200, 150, 120, createdAt, createdAt, createdAt))));
  }

  @Override
  public List<WeightsRecord> active() {
    connection.check();
    List<WeightsRecord> active = new ArrayList<>();
    for (WeightsRecord each : records) {
      if (active.stream().noneMatch(found -> found.line().equals(each.line()))) {
        active.add(each);
      }
    }
    return active;
  }

  @Override
  public List<WeightsRecord> newest(ModelLine line, Timeframe timeframe, int limit) {
    connection.check();
    return records.stream()
        .filter(each -> each.line().equals(line) && each.timeframe() == timeframe)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<WeightsRecord> store(Draft draft, String actor) {
    throw new UnsupportedOperationException("the front door never stores weights");
  }

  @Override
  public Optional<WeightsRecord> reset(
      ModelLine line, Timeframe timeframe, String actor, String reason) {
    throw new UnsupportedOperationException("the front door never resets weights");
  }
}
