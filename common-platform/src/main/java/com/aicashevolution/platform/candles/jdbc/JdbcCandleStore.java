package com.aicashevolution.platform.candles.jdbc;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link CandleStore} over {@code market_candles}. Reads walk the primary key; a write is one
 * statement per {@value #ROWS_PER_STATEMENT} candles, all in one transaction. Thread-safe.
 */
public final class JdbcCandleStore implements CandleStore {

  private static final int ROWS_PER_STATEMENT = 5_000;

  /**
   * A row written anew has no {@code corrected_at}, one that was there before has: so the result
   * tells the two apart. Rows are taken in ascending order, so that two writers of the same symbol
   * wait for each other and do not deadlock.
   */
  private static final String UPSERT =
      """
      with written as (
        insert into market_candles as stored (symbol, timeframe, source, received_at, open_time,
               open, high, low, close, volume, spread, complete)
        select ?, ?, ?, ?, to_timestamp(open_time), open, high, low, close, volume, spread, complete
          from unnest(?, ?, ?, ?, ?, ?, ?, ?)
               as incoming (open_time, open, high, low, close, volume, spread, complete)
         order by open_time
        on conflict (symbol, timeframe, open_time) do update
           set open = excluded.open, high = excluded.high, low = excluded.low,
               close = excluded.close, volume = excluded.volume, spread = excluded.spread,
               complete = excluded.complete, source = excluded.source,
               corrected_at = excluded.received_at
         where (excluded.complete or not stored.complete)
           and (stored.open, stored.high, stored.low, stored.close, stored.volume, stored.spread,
                stored.complete)
               is distinct from
               (excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume,
                excluded.spread, excluded.complete)
        returning corrected_at
      )
      select count(*) filter (where corrected_at is null) as inserted, count(corrected_at) as corrected
        from written
      """;

  private static final String COLUMNS =
      "extract(epoch from open_time)::bigint, open, high, low, close, volume, spread";

  private static final String NEWEST =
      "select "
          + COLUMNS
          + " from market_candles where symbol = ? and timeframe = ? and complete"
          + " and open_time <= ? order by open_time desc limit ?";

  private static final String BETWEEN =
      "select "
          + COLUMNS
          + " from market_candles where symbol = ? and timeframe = ? and complete"
          + " and open_time >= ? and open_time < ? order by open_time";

  /**
   * {@code xmin} is the transaction that wrote a row's present form: unlike the writers' clocks it
   * never stands still between two writes.
   */
  private static final String MARK =
      """
      select count(*), coalesce(sum(xmin::text::bigint), 0)
        from market_candles where symbol = ? and timeframe = ? and complete and open_time >= ?
      """;

  private static final String COVERAGE =
      """
      select symbol, timeframe, count(*) as candles, min(open_time) as first, max(open_time) as last,
             bool_or(source like 'simulated%') as simulated
        from market_candles where complete group by symbol, timeframe order by symbol, timeframe
      """;

  /** Later than any candle; PostgreSQL's own end of time is beyond what Java's drivers read. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;

  public JdbcCandleStore(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public UpsertResult upsert(
      Symbol symbol, Timeframe timeframe, String source, List<Candle> candles) {
    List<Candle> distinct = lastOfEachOpenTime(timeframe, candles);
    OffsetDateTime now = utc(clock.instant());
    UpsertResult written =
        transactions.execute(
            status -> {
              int inserted = 0;
              int corrected = 0;
              for (int from = 0; from < distinct.size(); from += ROWS_PER_STATEMENT) {
                int to = Math.min(from + ROWS_PER_STATEMENT, distinct.size());
                UpsertResult part =
                    jdbc.sql(UPSERT)
                        .params(symbol.code(), timeframe.name(), source, now)
                        .params(CandleColumns.of(distinct.subList(from, to)).parameters())
                        .query((row, i) -> new UpsertResult(row.getInt(1), row.getInt(2), 0))
                        .single();
                inserted += part.inserted();
                corrected += part.corrected();
              }
              return new UpsertResult(inserted, corrected, candles.size() - inserted - corrected);
            });
    return Objects.requireNonNull(written);
  }

  /**
   * Ascending; of two candles with the same open time the later one in the list, unless it would
   * replace a complete one by an incomplete one.
   */
  private static List<Candle> lastOfEachOpenTime(Timeframe timeframe, List<Candle> candles) {
    TreeMap<Instant, Candle> byTime = new TreeMap<>();
    for (Candle candle : candles) {
      if (!timeframe.openOf(candle.openTime()).equals(candle.openTime())) {
        throw new IllegalArgumentException(
            "open_time " + candle.openTime() + " is off the " + timeframe + " grid");
      }
      byTime.merge(
          candle.openTime(), candle, (old, now) -> old.complete() && !now.complete() ? old : now);
    }
    return List.copyOf(byTime.values());
  }

  @Override
  public CandleSeries latest(Symbol symbol, Timeframe timeframe, int count) {
    return latestAsOf(symbol, timeframe, END_OF_TIME, count);
  }

  @Override
  public CandleSeries latestAsOf(Symbol symbol, Timeframe timeframe, Instant asOf, int count) {
    List<Candle> newestFirst =
        jdbc.sql(NEWEST)
            .params(symbol.code(), timeframe.name(), utc(asOf), count)
            .query(JdbcCandleStore::candle)
            .list();
    return CandleSeries.of(symbol, timeframe, newestFirst.reversed());
  }

  @Override
  public CandleSeries between(Symbol symbol, Timeframe timeframe, Instant from, Instant to) {
    List<Candle> candles =
        jdbc.sql(BETWEEN)
            .params(symbol.code(), timeframe.name(), utc(from), utc(to))
            .query(JdbcCandleStore::candle)
            .list();
    return CandleSeries.of(symbol, timeframe, candles);
  }

  @Override
  public List<Coverage> coverage() {
    return jdbc.sql(COVERAGE)
        .query(
            (row, i) ->
                new Coverage(
                    Symbol.of(row.getString("symbol")),
                    Timeframe.valueOf(row.getString("timeframe")),
                    row.getLong("candles"),
                    row.getObject("first", OffsetDateTime.class).toInstant(),
                    row.getObject("last", OffsetDateTime.class).toInstant(),
                    row.getBoolean("simulated")))
        .list();
  }

  @Override
  public Mark mark(Symbol symbol, Timeframe timeframe, Instant from) {
    return jdbc.sql(MARK)
        .params(symbol.code(), timeframe.name(), utc(from))
        .query((row, i) -> new Mark(row.getLong(1), row.getLong(2)))
        .single();
  }

  private static Candle candle(ResultSet row, int index) throws SQLException {
    return new Candle(
        Instant.ofEpochSecond(row.getLong(1)),
        row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getDouble(6),
        row.getDouble(7),
        true);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
