package com.aicashevolution.inference.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.inference.prediction.PredictionAnswer;
import com.aicashevolution.inference.prediction.PredictionFixture;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayAuditTest {

  private final PredictionFixture fixture = new PredictionFixture();
  private final Replayer replayer = new Replayer(fixture.engine.resolver);
  private final List<Long> told = new ArrayList<>();
  private JournalEntry answered;

  @BeforeEach
  void answer() {
    fixture.importCandles("EURUSD", 500);
    fixture.serve("v20261101_020000", 1);
    PredictionAnswer answer =
        ((PredictionResult.Predicted) fixture.predictor.predict(PredictionFixture.ask("EURUSD")))
            .answer();
    answered = fixture.journal.find(answer.predictionId()).orElseThrow();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** Sound rows of {@code [0, count)}, every hundredth of another confidence. */
  private List<JournalEntry> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              JournalEntry row = new RowEdit(answered).id(new UUID(1, i));
              return i % 100 == 99 ? new RowEdit(row).confidence(1) : row;
            })
        .toList();
  }

  private ReplayAudit audit(List<JournalEntry> rows) {
    return new ReplayAudit(new FakeArchive(rows), replayer, (done, identical) -> told.add(done));
  }

  @Test
  void replaysEveryRowPageByPage() {
    AuditReport report = audit(rows(1_203)).all(Instant.EPOCH);

    assertThat(report.rows()).isEqualTo(1_203);
    assertThat(report.identical()).isEqualTo(1_191);
    assertThat(report.different()).isEqualTo(12);
    assertThat(report.notReplayable()).isZero();
    assertThat(report.clean()).isFalse();
    assertThat(report.failures()).hasSize(12);
    assertThat(report.failures().getFirst().predictionId()).isEqualTo(new UUID(1, 99));
    assertThat(told).containsExactly(500L, 1_000L, 1_203L);
  }

  @Test
  void tellsTheFirstFailuresAndCountsTheRest() {
    AuditReport report = audit(rows(3_000)).all(Instant.EPOCH);

    assertThat(report.different()).isEqualTo(30);
    assertThat(report.failures()).hasSize(ReplayAudit.TOLD);
  }

  @Test
  void replaysASample() {
    AuditReport report = audit(rows(3_000)).sample(Instant.EPOCH, 700, 1_000);

    assertThat(report.rows()).isEqualTo(700);
    assertThat(report.different()).isEqualTo(7);
    assertThat(told).containsExactly(500L, 700L);
  }

  @Test
  void looksAtNothingEarlier() {
    AuditReport report = audit(rows(10)).all(answered.createdAt().plusNanos(1_000));

    assertThat(report.rows()).isZero();
    assertThat(report.clean()).isTrue();
  }

  @Test
  void countsRowsWithoutTheirVersionAsNeitherIdenticalNorDifferent() {
    List<JournalEntry> rows = new ArrayList<>(rows(5));
    rows.add(new RowEdit(new RowEdit(answered).id(new UUID(2, 1))).version("v20200101_000000"));

    AuditReport report = audit(rows).all(Instant.EPOCH);

    assertThat(report.identical()).isEqualTo(5);
    assertThat(report.notReplayable()).isEqualTo(1);
    assertThat(report.clean()).isFalse();
    assertThat(report.failures().getFirst().sentence())
        .isEqualTo("the registry has no version v20200101_000000");
  }
}
