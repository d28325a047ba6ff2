package com.aicashevolution.platform.security;

import com.aicashevolution.platform.security.ApiKeys.StoredKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Remembers keys the store vouched for, so that the store is asked once per key and period, and not
 * needed at all for a while when it is lost. Unknown keys are not remembered. Thread-safe; while
 * one thread asks again for a key, others believe the last answer.
 */
final class VerifiedKeys {

  private static final Logger log = LoggerFactory.getLogger(VerifiedKeys.class);

  /** After a failure the store is left alone for so long. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ApiKeys store;
  private final SecurityProperties properties;
  private final Clock clock;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
  private volatile @Nullable Instant storeLostUntil;

  VerifiedKeys(ApiKeys store, SecurityProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  Lookup lookUp(String sha256) {
    Instant now = clock.instant();
    Entry known = entries.get(sha256);
    if (known == null || !now.isBefore(known.verifiedAt.plus(properties.graceWithoutStore()))) {
      return storeIsLost(now) ? new StoreLost() : ask(sha256, now, null);
    }
    boolean fresh = now.isBefore(known.verifiedAt.plus(properties.verifiedFor()));
    if (fresh || storeIsLost(now) || !known.asking.compareAndSet(false, true)) {
      return new Found(known.key);
    }
    try {
      return ask(sha256, now, known);
    } finally {
      known.asking.set(false);
    }
  }

  private Lookup ask(String sha256, Instant now, @Nullable Entry known) {
    Optional<StoredKey> answer;
    try {
      answer = store.findBySha256(sha256);
    } catch (DataAccessException | TransactionException lost) {
      if (storeLostUntil == null) {
        log.warn(
            "key store lost: keys verified within {} stay good, others are refused: {}",
            properties.graceWithoutStore(),
            lost.getMessage());
      }
      storeLostUntil = now.plus(RETRY_AFTER);
      return known == null ? new StoreLost() : new Found(known.key);
    }
    if (storeLostUntil != null) {
      storeLostUntil = null;
      log.info("key store back");
    }
    if (answer.isEmpty()) {
      entries.remove(sha256);
      return new Absent();
    }
    makeRoom();
    entries.put(sha256, new Entry(answer.get(), now));
    return new Found(answer.get());
  }

  private boolean storeIsLost(Instant now) {
    Instant until = storeLostUntil;
    return until != null && now.isBefore(until);
  }

  private void makeRoom() {
    while (entries.size() >= properties.rememberedKeys()) {
      entries.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().verifiedAt))
          .ifPresent(oldest -> entries.remove(oldest.getKey(), oldest.getValue()));
    }
  }

  /** What is known of a key. */
  sealed interface Lookup {}

  record Found(StoredKey key) implements Lookup {}

  record Absent() implements Lookup {}

  record StoreLost() implements Lookup {}

  private static final class Entry {

    private final StoredKey key;
    private final Instant verifiedAt;
    private final AtomicBoolean asking = new AtomicBoolean();

    Entry(StoredKey key, Instant verifiedAt) {
      this.key = key;
      this.verifiedAt = verifiedAt;
    }
  }
}
