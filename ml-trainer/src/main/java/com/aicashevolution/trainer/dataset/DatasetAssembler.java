package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.candles.CandleStore.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads candles and makes a dataset of them. Thread-safe. */
public final class DatasetAssembler {

  private final CandleStore candles;
  private final FeaturePipeline pipeline;

  public DatasetAssembler(CandleStore candles, FeaturePipeline pipeline) {
    this.candles = candles;
    this.pipeline = pipeline;
  }

  /** The dataset of {@code spec}, symbol after symbol; empty where nothing is stored. */
  public Dataset assemble(DatasetSpec spec, SampleCollector.Progress progress) {
    List<CandleSeries> read = new ArrayList<>();
    boolean simulated = false;
    for (Coverage coverage : stored(spec)) {
      CandleSeries series = read(spec, coverage);
      if (!series.isEmpty()) {
        read.add(series);
        simulated |= coverage.simulated();
      }
    }
    return new SampleCollector(pipeline, spec.label())
        .dataset(spec.timeframe(), read, simulated, progress);
  }

  /**
   * The dataset that a run recorded, whatever has been stored since.
   *
   * @param recorded what it was fed, in any order
   * @throws CandlesChangedException if the candles are not the same any more
   */
  public Dataset assemble(
      DatasetSpec spec, List<RecordedSeries> recorded, SampleCollector.Progress progress) {
    List<CandleSeries> read = new ArrayList<>();
    for (RecordedSeries one :
        recorded.stream().sorted(Comparator.comparing(RecordedSeries::symbol)).toList()) {
      Instant end = spec.timeframe().closeOf(one.lastBar());
      CandleSeries series = candles.between(one.symbol(), spec.timeframe(), one.firstBar(), end);
      String hash = DataHash.of(List.of(series));
      if (!hash.equals(one.hash())) {
        throw new CandlesChangedException(one.symbol(), one.hash(), hash);
      }
      read.add(series);
    }
    boolean simulated =
        stored(spec).stream()
            .filter(coverage -> read.stream().anyMatch(s -> s.symbol().equals(coverage.symbol())))
            .anyMatch(Coverage::simulated);
    return new SampleCollector(pipeline, spec.label())
        .dataset(spec.timeframe(), read, simulated, progress);
  }

  private List<Coverage> stored(DatasetSpec spec) {
    return candles.coverage().stream()
        .filter(c -> c.timeframe() == spec.timeframe() && spec.symbols().contains(c.symbol()))
        .sorted(Comparator.comparing(Coverage::symbol))
        .toList();
  }

  private CandleSeries read(DatasetSpec spec, Coverage coverage) {
    Instant from = spec.from() == null ? coverage.first() : spec.from();
    Instant to = spec.to() == null ? spec.timeframe().closeOf(coverage.last()) : spec.to();
    return candles.between(coverage.symbol(), spec.timeframe(), from, to);
  }
}
