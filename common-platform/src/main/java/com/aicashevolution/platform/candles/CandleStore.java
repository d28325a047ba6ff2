package com.aicashevolution.platform.candles;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import java.util.List;

/** Keeps candles. Thread-safe; reads see only committed candles. */
public interface CandleStore {

  /**
   * Writes candles idempotently, all or none. A candle that differs from the stored one corrects it
   * and keeps its {@code received_at}; an incomplete one never replaces a complete one.
   *
   * @param source where they came from, for example {@code simulated}, {@code import:mt5} or {@code
   *     api}
   */
  UpsertResult upsert(Symbol symbol, Timeframe timeframe, String source, List<Candle> candles);

  /** The newest {@code count} complete candles, ascending; fewer where there are fewer. */
  CandleSeries latest(Symbol symbol, Timeframe timeframe, int count);

  /** The newest {@code count} complete candles that open at or before {@code asOf}, ascending. */
  CandleSeries latestAsOf(Symbol symbol, Timeframe timeframe, Instant asOf, int count);

  /** Complete candles that open in {@code [from, to)}, ascending. */
  CandleSeries between(Symbol symbol, Timeframe timeframe, Instant from, Instant to);

  /** What is stored, a row per symbol and timeframe, ordered by both. */
  List<Coverage> coverage();

  /**
   * What is to be known of the complete candles that open at or after {@code from} to say whether
   * any was added, corrected or removed since: equal marks, equal candles. Far cheaper than reading
   * them.
   */
  Mark mark(Symbol symbol, Timeframe timeframe, Instant from);

  /**
   * The state of some candles.
   *
   * @param candles how many they are
   * @param writes grows with every write of any of them
   */
  record Mark(long candles, long writes) {}

  /**
   * Outcome of an upsert.
   *
   * @param inserted new candles
   * @param corrected stored candles that differed
   * @param unchanged stored candles that were the same
   */
  record UpsertResult(int inserted, int corrected, int unchanged) {}

  /**
   * What is stored of one symbol and timeframe.
   *
   * @param candles complete ones
   * @param first open time of the oldest
   * @param last open time of the newest
   * @param simulated whether any of them came from the simulated market
   */
  record Coverage(
      Symbol symbol,
      Timeframe timeframe,
      long candles,
      Instant first,
      Instant last,
      boolean simulated) {}
}
