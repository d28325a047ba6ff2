package com.aicashevolution.platform.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.DamagedRowException;
import com.aicashevolution.platform.journal.JournalArchive;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.persistence.MigratedDatabase;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPredictionJournalIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00.123456Z");

  private final JdbcClient jdbc = MigratedDatabase.jdbc(MigratedDatabase.fresh());
  private final PredictionJournal journal = new JdbcPredictionJournal(jdbc);

  private static JournalEntry entry(int i, String symbol, Instant createdAt) {
    Random random = new Random(i);
    float[] window = new float[FeatureWindow.LENGTH];
    for (int j = 0; j < window.length; j++) {
      window[j] = (float) random.nextGaussian();
    }
    return new JournalEntry(
        new UUID(4711, i),
        createdAt,
        Symbol.of(symbol),
        Timeframe.H1,
        Instant.parse("2026-11-21T01:00:00Z"),
        ModelLine.GLOBAL,
        new ModelVersion("v20261121_020000"),
        "champion",
        "ab".repeat(32),
        "default",
        0.5 + i / 7.0,
        window,
        "indicators",
        i % 2 == 0 ? List.of() : List.of("adx_value", "ema_12"),
        new Probabilities(0.1f, 0.3f, 0.6f),
        Direction.BUY,
        1.0 / 3 * 100,
        "WEAK_BUY",
        i % 3 == 0,
        "request-" + i,
        i % 2 == 0 ? null : "user, \"quoted\" {" + i + "}",
        1234);
  }

  private static void assertSame(JournalEntry found, JournalEntry written) {
    assertThat(found).usingRecursiveComparison().isEqualTo(written);
  }

  private List<String> partitions() {
    return jdbc.sql(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'ml_predictions'::regclass order by 1
            """)
        .query(String.class)
        .list();
  }

  @Test
  void findsEveryBitAgain() {
    List<JournalEntry> entries =
        IntStream.range(0, 50).mapToObj(i -> entry(i, "EURUSD", NOW.plusSeconds(i))).toList();

    journal.append(entries);

    for (JournalEntry entry : entries) {
      assertSame(journal.find(entry.predictionId()).orElseThrow(), entry);
    }
    assertThat(journal.find(new UUID(1, 1))).isEmpty();
  }

  @Test
  void keepsBitsThatNoNumberHas() {
    JournalEntry plain = entry(1, "EURUSD", NOW);
    float[] window = plain.window();
    window[0] = -0.0f;
    window[1] = Float.MIN_VALUE;
    window[2] = Float.intBitsToFloat(0x7fc00001);

    journal.append(List.of(plain));

    float[] found = journal.find(plain.predictionId()).orElseThrow().window();
    for (int i = 0; i < 3; i++) {
      assertThat(Float.floatToRawIntBits(found[i])).isEqualTo(Float.floatToRawIntBits(window[i]));
    }
  }

  @Test
  void leavesAnIdAloneThatIsThereAlready() {
    JournalEntry first = entry(1, "EURUSD", NOW);
    journal.append(List.of(first));

    journal.append(List.of(first, entry(2, "EURUSD", NOW)));

    assertThat(jdbc.sql("select count(*) from ml_predictions").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void writesAllOrNone() {
    jdbc.sql("alter table ml_predictions add check (request_id <> 'request-2')").update();

    assertThatThrownBy(
            () -> journal.append(List.of(entry(1, "EURUSD", NOW), entry(2, "EURUSD", NOW))))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(journal.find(new UUID(4711, 1))).isEmpty();
  }

  @Test
  void acceptsAnEmptyBatch() {
    journal.append(List.of());

    assertThat(journal.latestPerSymbol(Timeframe.H1)).isEmpty();
  }

  @Test
  void knowsTheNewestAnswerOfEverySymbol() {
    journal.append(
        List.of(
            entry(1, "GBPUSD", NOW),
            entry(2, "EURUSD", NOW.plusSeconds(5)),
            entry(3, "EURUSD", NOW),
            entry(4, "GBPUSD", NOW.minus(Duration.ofDays(40))),
            entry(5, "XAUUSD", NOW.minus(Duration.ofDays(400)))));

    assertThat(journal.latestPerSymbol(Timeframe.H1))
        .extracting(found -> found.predictionId().getLeastSignificantBits())
        .containsExactly(2L, 1L, 5L);
    assertThat(journal.latestPerSymbol(Timeframe.M5)).isEmpty();
  }

  @Test
  void makesThePartitionsOfTheMonthsToComeOnce() {
    journal.append(List.of(entry(1, "EURUSD", NOW)));
    new JdbcPredictionJournal(jdbc).append(List.of(entry(2, "EURUSD", NOW)));

    assertThat(partitions())
        .containsExactly(
            "ml_predictions_2026_11",
            "ml_predictions_2026_12",
            "ml_predictions_2027_01",
            "ml_predictions_default");
    assertThat(
            jdbc.sql("select count(*) from ml_predictions_2026_11").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void movesRowsOutOfTheDefaultPartitionWhenTheirMonthGetsItsOwn() {
    JournalEntry early = entry(1, "EURUSD", Instant.parse("2027-03-31T23:59:59.999999Z"));
    JournalEntry late = entry(2, "EURUSD", Instant.parse("2027-04-01T00:00:00Z"));
    journal.append(List.of(early, late, entry(3, "EURUSD", NOW)));
    assertThat(
            jdbc.sql("select count(*) from ml_predictions_default").query(Integer.class).single())
        .isEqualTo(2);

    new JdbcPredictionJournal(jdbc)
        .append(List.of(entry(4, "EURUSD", Instant.parse("2027-03-01T00:00:00Z"))));

    assertThat(
            jdbc.sql("select count(*) from ml_predictions_default").query(Integer.class).single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from ml_predictions_2027_03").query(Integer.class).single())
        .isEqualTo(2);
    assertSame(journal.find(early.predictionId()).orElseThrow(), early);
    assertSame(journal.find(late.predictionId()).orElseThrow(), late);
  }

  @Test
  void protectsNewPartitionsLikeOldOnes() {
    journal.append(List.of(entry(1, "EURUSD", NOW)));

    assertThat(
            jdbc.sql(
                    "select relrowsecurity from pg_class where relname like 'ml_predictions_20__\\___'")
                .query(Boolean.class)
                .list())
        .hasSize(3)
        .containsOnly(true);
  }

  @Test
  void hopsThroughTheIndexForTheNewestAnswers() {
    journal.append(
        IntStream.range(0, 2_000)
            .mapToObj(i -> entry(i, i % 2 == 0 ? "EURUSD" : "GBPUSD", NOW.plusSeconds(i)))
            .toList());
    jdbc.sql("analyze ml_predictions").update();

    List<String> plan =
        jdbc.sql("explain " + JdbcPredictionJournal.LATEST_PER_SYMBOL)
            .param("timeframe", "H1")
            .query(String.class)
            .list();

    assertThat(plan)
        .noneMatch(line -> line.contains("Seq Scan on ml_predictions_2026_11"))
        .anyMatch(line -> line.contains("using ml_predictions_2026_11_timeframe_symbol"));
  }

  @Test
  void readsTheArchivePageByPageInTheOrderOfIds() {
    JdbcJournalArchive archive = new JdbcJournalArchive(jdbc);
    List<JournalEntry> entries =
        IntStream.range(0, 25).mapToObj(i -> entry(i, "EURUSD", NOW.plusSeconds(i % 7))).toList();
    journal.append(entries);
    journal.append(List.of(entry(99, "EURUSD", NOW.minus(Duration.ofDays(70)))));

    List<JournalArchive.Row> first = archive.page(NOW, JournalArchive.FIRST, 10);
    List<JournalArchive.Row> last = archive.page(NOW, new UUID(4711, 19), 10);

    assertThat(first).hasSize(10);
    assertSame(((JournalArchive.Row.Whole) first.getFirst()).entry(), entries.getFirst());
    assertThat(last).hasSize(5);
    assertSame(((JournalArchive.Row.Whole) last.getLast()).entry(), entries.getLast());
    assertThat(archive.page(NOW, new UUID(4711, 24), 10)).isEmpty();
    assertThat(archive.page(NOW.plusSeconds(6), JournalArchive.FIRST, 10)).hasSize(3);
  }

  @Test
  void drawsTheSameSampleForTheSameSeedAndAnotherForAnother() {
    JdbcJournalArchive archive = new JdbcJournalArchive(jdbc);
    journal.append(
        IntStream.range(0, 200).mapToObj(i -> entry(i, "EURUSD", NOW.plusSeconds(i))).toList());

    List<UUID> drawn = archive.sample(NOW.plusSeconds(50), 40, 1);

    assertThat(drawn).hasSize(40).doesNotHaveDuplicates().isSorted();
    assertThat(drawn).allMatch(id -> id.getLeastSignificantBits() >= 50);
    assertThat(archive.sample(NOW.plusSeconds(50), 40, 1)).isEqualTo(drawn);
    assertThat(archive.sample(NOW.plusSeconds(50), 40, 2)).isNotEqualTo(drawn);
    assertThat(archive.sample(NOW, 500, 1)).hasSize(200);
    assertThat(archive.findAll(List.of(new UUID(4711, 60), new UUID(1, 1), new UUID(4711, 55))))
        .extracting(found -> found.predictionId().getLeastSignificantBits())
        .containsExactly(55L, 60L);
  }

  @Test
  void readsOnPastADamagedRowAndSaysWhatIsWrongWithIt() {
    journal.append(
        IntStream.range(0, 4).mapToObj(i -> entry(i, "EURUSD", NOW.plusSeconds(i))).toList());
    damage("p_buy = 0.9", 1);
    damage("input = '\\x0000'", 2);

    List<JournalArchive.Row> page =
        new JdbcJournalArchive(jdbc).page(NOW, JournalArchive.FIRST, 10);

    assertThat(page).hasSize(4);
    assertThat(page.get(0)).isInstanceOf(JournalArchive.Row.Whole.class);
    assertThat(((JournalArchive.Row.Damaged) page.get(1)).why())
        .isEqualTo("probabilities must be >= 0 and sum to 1, were 0.1, 0.3, 0.9");
    assertThat(((JournalArchive.Row.Damaged) page.get(2)).why())
        .isEqualTo("a stored window must have a multiple of 4 bytes, had 2");
    assertThatThrownBy(() -> journal.find(new UUID(4711, 1)))
        .isInstanceOf(DamagedRowException.class)
        .hasMessageContaining("0.9");
  }

  private void damage(String change, int id) {
    jdbc.sql("update ml_predictions set " + change + " where prediction_id = ?")
        .param(new UUID(4711, id))
        .update();
  }
}
