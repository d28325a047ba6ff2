package com.aicashevolution.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the keys that were given out, by their hashes. Thread-safe; every change is audited. */
public interface ApiKeys {

  /** The key with this hash, whether or not it is still good. */
  Optional<StoredKey> findBySha256(String sha256);

  /** All keys ever made, newest first. */
  List<StoredKey> list();

  void create(StoredKey key, String sha256, String actor);

  /** Ends a key's validity now. Returns whether it was good until now. */
  boolean revoke(String keyId, String actor);

  /**
   * What is known of a key; not enough to use it.
   *
   * @param keyId public name of the key, for logs and revocation
   * @param name who or what holds it
   */
  record StoredKey(
      String keyId,
      String name,
      Role role,
      Instant createdAt,
      String createdBy,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {

    public StoredKey {
      if (name.isBlank() || name.length() > 100) {
        throw new IllegalArgumentException(
            "name must have 1 to 100 characters, had " + name.length());
      }
    }

    public boolean isGoodAt(Instant now) {
      return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
  }
}
