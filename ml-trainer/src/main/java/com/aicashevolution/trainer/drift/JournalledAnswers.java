package com.aicashevolution.trainer.drift;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.List;

/** What versions answered in earnest. Thread-safe. */
public interface JournalledAnswers {

  /**
   * One answer per bar, the first that was given, in the order of bars. Only answers to stored
   * candles: what somebody tried with figures of their own is no sample of the market.
   *
   * @param since when they were given at the earliest
   */
  List<Answer> given(ModelVersion version, Symbol symbol, Timeframe timeframe, Instant since);

  /**
   * An answer.
   *
   * @param asOf open time of its newest bar
   */
  record Answer(Instant asOf, Probabilities probabilities) {}
}
