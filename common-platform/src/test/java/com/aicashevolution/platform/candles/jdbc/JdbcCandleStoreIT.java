package com.aicashevolution.platform.candles.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.platform.candles.AnnouncedCandleStore;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.candles.CandleStore.UpsertResult;
import com.aicashevolution.platform.candles.CandleStoreContract;
import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.persistence.MigratedDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcCandleStoreIT extends CandleStoreContract {

  private final TestDatabase database = MigratedDatabase.fresh();
  private final JdbcClient jdbc = MigratedDatabase.jdbc(database);

  @Override
  protected CandleStore emptyStore(Clock clock) {
    DataSource dataSource = MigratedDatabase.dataSource(database);
    return new JdbcCandleStore(
        JdbcClient.create(dataSource),
        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
        clock);
  }

  private Instant time(String column, int bar) {
    return jdbc.sql("select " + column + " from market_candles where open_time = ?")
        .param(bar(bar).atOffset(ZoneOffset.UTC))
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  @Test
  void keepsWhenACandleCameAndNotesWhenItWasCorrected() {
    store.upsert(EURUSD, H1, "api", List.of(candle(0, 1.2, true)));
    Instant later = MONDAY.plus(Duration.ofDays(1));

    emptyStore(Clock.fixed(later, ZoneOffset.UTC))
        .upsert(EURUSD, H1, "import:mt5", List.of(candle(0, 1.3, true)));

    assertThat(time("received_at", 0)).isEqualTo(MONDAY);
    assertThat(time("corrected_at", 0)).isEqualTo(later);
    assertThat(jdbc.sql("select source from market_candles").query(String.class).single())
        .isEqualTo("import:mt5");
  }

  @Test
  void announcesCandlesThatAreOtherThanBeforeAndNoOthers() {
    List<Notice> heard = new ArrayList<>();
    CandleStore announced = new AnnouncedCandleStore(store, heard::add);

    announced.upsert(EURUSD, H1, "api", candles(0, 3));
    announced.upsert(EURUSD, H1, "api", candles(0, 3));
    assertThat(heard).containsExactly(new Notice.CandlesChanged(EURUSD, H1));

    announced.upsert(EURUSD, H1, "api", List.of(candle(0, 1.3, true)));
    assertThat(heard).hasSize(2);
  }

  @Test
  void writesAllOrNone() {
    jdbc.sql("alter table market_candles add check (open_time < '2026-12-31')").update();

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> store.upsert(EURUSD, H1, "api", candles(0, 12_345)));

    assertThat(store.latest(EURUSD, H1, 1).isEmpty()).isTrue();
  }

  @Test
  void countsEveryCandleOnceWhenEightWritersOverlap() throws Exception {
    Callable<UpsertResult> writer = () -> store.upsert(EURUSD, H1, "api", candles(0, 3_000));
    int inserted = 0;

    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      for (Future<UpsertResult> result : writers.invokeAll(Collections.nCopies(8, writer))) {
        inserted += result.get().inserted();
        assertThat(result.get().corrected()).isZero();
      }
    }

    assertThat(inserted).isEqualTo(3_000);
  }

  @Test
  void findsTheNewestThroughThePrimaryKey() {
    store.upsert(EURUSD, H1, "api", candles(0, 5_000));
    jdbc.sql("analyze market_candles").update();

    assertThat(
            jdbc.sql(
                    """
                    explain select open from market_candles where symbol = 'EURUSD'
                     and timeframe = 'H1' and complete and open_time <= '9999-12-31'
                     order by open_time desc limit 419
                    """)
                .query(String.class)
                .list())
        .anyMatch(line -> line.contains("Index Scan Backward using market_candles_pkey"))
        .noneMatch(line -> line.contains("Sort"));
  }
}
