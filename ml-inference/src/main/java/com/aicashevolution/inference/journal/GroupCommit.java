package com.aicashevolution.inference.journal;

import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes entries in batches from one thread and tells each caller when its own is durable.
 *
 * <p>A batch is whatever arrived while the previous one was being committed, up to a limit: under
 * load many answers share a commit, and a lone answer waits for nothing but its own. An entry thus
 * waits for at most one foreign commit. Memory is bounded by the queue; a full queue refuses at
 * once. Thread-safe.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final Receipt DURABLE = new Receipt.Durable();
  private static final Receipt CLOSED = new Receipt.NotKept("the journal is closed");

  private final PredictionJournal journal;
  private final BlockingQueue<Waiting> queue;
  private final int maxBatch;
  private final Thread writer;
  private volatile boolean closed;

  private record Waiting(JournalEntry entry, CompletableFuture<Receipt> receipt) {}

  public GroupCommit(PredictionJournal journal, int queueCapacity, int maxBatch) {
    this.journal = journal;
    this.queue = new ArrayBlockingQueue<>(queueCapacity);
    this.maxBatch = maxBatch;
    this.writer = Thread.ofPlatform().name("journal-writer").daemon().unstarted(this::write);
  }

  public GroupCommit start() {
    writer.start();
    return this;
  }

  /**
   * Hands an entry over; the future completes, never exceptionally, when its fate is known. Join
   * it: what is chained to it would run on the writing thread.
   */
  public CompletableFuture<Receipt> submit(JournalEntry entry) {
    Waiting waiting = new Waiting(entry, new CompletableFuture<>());
    if (closed) {
      waiting.receipt.complete(CLOSED);
    } else if (!queue.offer(waiting)) {
      waiting.receipt.complete(new Receipt.NotKept("the journal's queue is full"));
    } else if (closed && !writer.isAlive() && queue.remove(waiting)) {
      // it slipped in after the last look at the queue
      waiting.receipt.complete(CLOSED);
    }
    return waiting.receipt;
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>(maxBatch);
    while (!closed || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, maxBatch - 1);
          commit(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        closed = true;
      }
    }
  }

  private void commit(List<Waiting> batch) {
    try {
      journal.append(batch.stream().map(Waiting::entry).toList());
      batch.forEach(waiting -> waiting.receipt.complete(DURABLE));
    } catch (DataIntegrityViolationException refused) {
      if (batch.size() > 1) {
        // one entry that can never be written must not take its neighbours with it
        batch.forEach(waiting -> commit(List.of(waiting)));
      } else {
        fail(batch, refused);
      }
    } catch (RuntimeException | Error unavailable) {
      fail(batch, unavailable); // whatever it was, the writer lives on
    }
  }

  private static void fail(List<Waiting> batch, Throwable cause) {
    LOG.error("event=journal_write_failed entries={}", batch.size(), cause);
    Receipt notKept = new Receipt.NotKept("neither the database nor the spool took the entry");
    batch.forEach(waiting -> waiting.receipt.complete(notKept));
  }

  /** Writes what was accepted, then stops. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
      left.receipt.complete(CLOSED);
    }
  }
}
