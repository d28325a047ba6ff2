package com.aicashevolution.inference.journal;

import static com.aicashevolution.inference.journal.JournalEntries.entries;
import static com.aicashevolution.inference.journal.JournalEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.platform.journal.JournalEntry;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every spool does; run against the fake and against the file. */
public abstract class SpoolContract {

  /** An empty spool that takes the first ten entries and refuses the first eleven. */
  protected abstract Spool spoolForTen() throws IOException;

  @Test
  void startsEmpty() throws IOException {
    Spool spool = spoolForTen();

    assertThat(spool.isEmpty()).isTrue();
    assertThat(spool.oldest(5)).isEmpty();
  }

  @Test
  void givesTheOldestFirstAndKeepsThemUntilRemoved() throws IOException {
    Spool spool = spoolForTen();
    spool.append(entries(0, 2));
    spool.append(entries(2, 5));

    assertThat(spool.oldest(3))
        .extracting(JournalEntry::requestId)
        .containsExactly("request-0", "request-1", "request-2");
    assertThat(spool.size()).isEqualTo(5);

    spool.remove(3);
    assertThat(spool.oldest(9))
        .extracting(JournalEntry::requestId)
        .containsExactly("request-3", "request-4");
  }

  @Test
  void takesNewEntriesAfterAllWereRemoved() throws IOException {
    Spool spool = spoolForTen();
    spool.append(entries(0, 10));
    spool.remove(10);
    spool.append(entries(0, 10));

    assertThat(spool.size()).isEqualTo(10);
  }

  @Test
  void refusesMoreThanItMayHoldAndKeepsWhatItHad() throws IOException {
    Spool spool = spoolForTen();
    spool.append(entries(0, 9));

    assertThatThrownBy(() -> spool.append(entries(9, 11)))
        .isInstanceOf(Spool.SpoolFullException.class);
    assertThat(spool.size()).isEqualTo(9);
    spool.append(entries(9, 10));
    assertThat(spool.size()).isEqualTo(10);
  }

  @Test
  void setsAsideTheOldestAlone() throws IOException {
    Spool spool = spoolForTen();
    spool.append(entries(0, 3));

    spool.setAsideOldest();

    assertThat(spool.oldest(9))
        .extracting(JournalEntry::requestId)
        .containsExactly("request-1", "request-2");
  }

  @Test
  void findsWhatWaits() throws IOException {
    Spool spool = spoolForTen();
    spool.append(entries(0, 3));

    assertThat(spool.find(new UUID(7, 2))).isPresent();
    assertThat(spool.find(new UUID(7, 3))).isEmpty();
  }

  @Test
  void givesBackEveryFieldAndEveryBit() throws IOException {
    Spool spool = spoolForTen();
    spool.append(entries(0, 2));

    for (int n = 0; n < 2; n++) {
      assertThat(spool.oldest(2).get(n)).usingRecursiveComparison().isEqualTo(entry(n));
    }
  }
}
