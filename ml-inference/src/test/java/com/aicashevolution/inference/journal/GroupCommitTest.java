package com.aicashevolution.inference.journal;

import static com.aicashevolution.inference.journal.JournalEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

  private final FakeJournal journal = new FakeJournal();
  private final GroupCommit commit = new GroupCommit(journal, 8, 4);

  @AfterEach
  void close() {
    commit.close();
  }

  @Test
  void acknowledgesAnEntryOnlyWhenItIsWritten() {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    journal.beforeAppend(
        () -> {
          writing.countDown();
          await(mayCommit);
        });
    commit.start();

    CompletableFuture<Receipt> receipt = commit.submit(entry(1));
    await(writing);
    assertThat(receipt).isNotDone();
    mayCommit.countDown();

    assertThat(receipt.join()).isInstanceOf(Receipt.Durable.class);
    assertThat(journal.ids()).containsExactly(new UUID(7, 1));
  }

  @Test
  void letsWhatArrivedDuringACommitShareTheNextUpToTheLimit() {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    journal.beforeAppend(
        () -> {
          writing.countDown();
          await(mayCommit);
        });
    commit.start();
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    receipts.add(commit.submit(entry(0)));
    await(writing);
    for (int i = 1; i < 7; i++) {
      receipts.add(commit.submit(entry(i)));
    }
    mayCommit.countDown();

    receipts.forEach(r -> assertThat(r.join()).isInstanceOf(Receipt.Durable.class));
    assertThat(journal.batchSizes()).containsExactly(1, 4, 2);
  }

  @Test
  void refusesAtOnceWhenTheQueueIsFull() {
    for (int i = 0; i < 8; i++) {
      assertThat(commit.submit(entry(i))).isNotDone();
    }

    assertThat(commit.submit(entry(8)).join())
        .isEqualTo(new Receipt.NotKept("the journal's queue is full"));

    commit.start();
  }

  @Test
  void saysSoWhenAnEntryCouldNotBeKept() {
    journal.lose();
    commit.start();

    assertThat(commit.submit(entry(1)).join()).isInstanceOf(Receipt.NotKept.class);
  }

  @Test
  void writesOnAfterAFailure() {
    journal.lose();
    commit.start();
    commit.submit(entry(1)).join();
    journal.comeBack();

    assertThat(commit.submit(entry(2)).join()).isInstanceOf(Receipt.Durable.class);
  }

  @Test
  void writesOnAfterAnError() {
    journal.beforeAppend(
        () -> {
          throw new AssertionError("a bug in the journal");
        });
    commit.start();
    assertThat(commit.submit(entry(1)).join()).isInstanceOf(Receipt.NotKept.class);
    journal.beforeAppend(() -> {});

    assertThat(commit.submit(entry(2)).join()).isInstanceOf(Receipt.Durable.class);
  }

  @Test
  void keepsTheNeighboursOfAnEntryTheDatabaseRefuses() {
    journal.refuse(entry(2));
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      receipts.add(commit.submit(entry(i)));
    }
    commit.start();

    assertThat(receipts.get(0).join()).isInstanceOf(Receipt.Durable.class);
    assertThat(receipts.get(1).join()).isInstanceOf(Receipt.NotKept.class);
    assertThat(receipts.get(2).join()).isInstanceOf(Receipt.Durable.class);
    assertThat(journal.ids()).containsExactly(new UUID(7, 1), new UUID(7, 3));
  }

  @Test
  void writesWhatItAcceptedBeforeItCloses() {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      receipts.add(commit.submit(entry(i)));
    }
    commit.start();
    commit.close();

    receipts.forEach(r -> assertThat(r).isCompletedWithValue(new Receipt.Durable()));
    assertThat(commit.submit(entry(9)).join())
        .isEqualTo(new Receipt.NotKept("the journal is closed"));
  }

  @Test
  void givesEveryOneOfManyConcurrentCallersItsOwnRow() throws Exception {
    GroupCommit wide = new GroupCommit(journal, 10_000, 64).start();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<java.util.concurrent.Future<Boolean>> seen = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        int n = i;
        seen.add(
            callers.submit(
                () -> {
                  Receipt receipt = wide.submit(entry(n)).join();
                  return receipt instanceof Receipt.Durable
                      && journal.find(new UUID(7, n)).isPresent();
                }));
      }
      for (var own : seen) {
        assertThat(own.get()).isTrue();
      }
    }
    wide.close();
    assertThat(journal.ids()).hasSize(5_000);
    assertThat(journal.batchSizes()).allMatch(size -> size <= 64);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
