package com.aicashevolution.trainer.proof;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.SampleCollector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hourly candles of a simulated market, from its second week on, and the samples they hold. */
final class SimulatedHistory {

  /** The question every network of a default run is asked. */
  static final LabelSpec LABEL = new LabelSpec(6, 1.5);

  private static final Instant FROM = SimulatedMarket.ANCHOR.plus(Duration.ofDays(8));

  private SimulatedHistory() {}

  static List<CandleSeries> candles(SimulationSpec spec, List<Symbol> symbols, int days) {
    SimulatedMarket market = new SimulatedMarket(spec);
    Instant to = FROM.plus(Duration.ofDays(days));
    return symbols.stream().map(symbol -> market.candles(symbol, FROM, to)).toList();
  }

  static Dataset dataset(SimulationSpec spec, List<Symbol> symbols, int days) {
    return new SampleCollector(new FeaturePipeline(), LABEL)
        .dataset(Timeframe.H1, candles(spec, symbols, days), true, (_, _) -> {});
  }
}
