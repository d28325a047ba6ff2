package com.aicashevolution.inference.journal;

import static com.aicashevolution.inference.journal.JournalEntries.entries;
import static com.aicashevolution.inference.journal.JournalEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class FailoverJournalTest {

  private final FakeJournal primary = new FakeJournal();
  private final FakeSpool spool = new FakeSpool(10);
  private final FailoverJournal journal = new FailoverJournal(primary, spool);
  private final SpoolReplay replay = new SpoolReplay(spool, primary);

  @Test
  void writesToThePrimaryAloneWhileItAnswers() {
    journal.append(entries(0, 3));

    assertThat(primary.ids()).containsExactly(new UUID(7, 0), new UUID(7, 1), new UUID(7, 2));
    assertThat(spool.isEmpty()).isTrue();
  }

  @Test
  void spoolsWhatTheLostPrimaryDoesNotTake() {
    primary.lose();

    journal.append(entries(0, 3));

    assertThat(spool.size()).isEqualTo(3);
    assertThat(primary.ids()).isEmpty();
  }

  @Test
  void keepsTheOrderByQueueingBehindTheSpoolEvenWhenThePrimaryIsBack() {
    primary.lose();
    journal.append(entries(0, 2));
    primary.comeBack();
    journal.append(entries(2, 4));

    assertThat(primary.ids()).isEmpty();
    assertThat(replay.run()).isEqualTo(4);
    assertThat(primary.ids())
        .containsExactly(new UUID(7, 0), new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
    assertThat(spool.isEmpty()).isTrue();
  }

  @Test
  void returnsToThePrimaryOnceTheSpoolIsReplayed() {
    primary.lose();
    journal.append(entries(0, 2));
    primary.comeBack();
    replay.run();

    journal.append(entries(2, 3));

    assertThat(spool.isEmpty()).isTrue();
    assertThat(primary.ids()).hasSize(3);
  }

  @Test
  void replaysNothingWhileThePrimaryIsLost() {
    primary.lose();
    journal.append(entries(0, 2));

    assertThat(replay.run()).isZero();
    assertThat(spool.size()).isEqualTo(2);
  }

  @Test
  void writesAnEntryOnceThoughItWasCommittedBeforeTheSpoolForgotIt() {
    primary.append(List.of(entry(0)));
    primary.lose();
    journal.append(entries(0, 2));
    primary.comeBack();

    replay.run();

    assertThat(primary.ids()).containsExactly(new UUID(7, 0), new UUID(7, 1));
  }

  @Test
  void setsAsideAnEntryThatThePrimaryWillNeverTakeAndReplaysThoseBehindIt() {
    primary.lose();
    journal.append(entries(0, 3));
    primary.comeBack();
    primary.refuse(entry(1));

    assertThat(replay.run()).isEqualTo(2);

    assertThat(primary.ids()).containsExactly(new UUID(7, 0), new UUID(7, 2));
    assertThat(spool.aside()).extracting(e -> e.predictionId()).containsExactly(new UUID(7, 1));
  }

  @Test
  void doesNotSpoolWhatThePrimaryRefusesForGood() {
    primary.refuse(entry(0));

    assertThatThrownBy(() -> journal.append(entries(0, 1)))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(spool.isEmpty()).isTrue();
  }

  @Test
  void failsWhenTheSpoolIsFullToo() {
    primary.lose();

    assertThatThrownBy(() -> journal.append(entries(0, 11)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("10 bytes");
  }

  @Test
  void findsAnEntryThatStillWaitsInTheSpoolWhileThePrimaryIsLost() {
    primary.lose();
    journal.append(entries(0, 2));

    assertThat(journal.find(new UUID(7, 1))).map(e -> e.requestId()).hasValue("request-1");
  }

  @Test
  void findsAnEntryOfThePrimary() {
    journal.append(entries(0, 2));

    assertThat(journal.find(new UUID(7, 1))).map(e -> e.requestId()).hasValue("request-1");
    assertThat(journal.find(new UUID(7, 5))).isEmpty();
  }
}
