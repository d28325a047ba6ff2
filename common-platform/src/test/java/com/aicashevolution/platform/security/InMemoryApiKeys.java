package com.aicashevolution.platform.security;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/** A key store for tests that can be lost. */
public final class InMemoryApiKeys implements ApiKeys {

  private final Clock clock;
  private final Map<String, StoredKey> byHash = new LinkedHashMap<>();
  private boolean lost;
  private int lookUps;

  public InMemoryApiKeys(Clock clock) {
    this.clock = clock;
  }

  public void lose() {
    lost = true;
  }

  public void find() {
    lost = false;
  }

  int lookUps() {
    return lookUps;
  }

  /** Makes and stores a key with {@code role}. */
  public String give(String secret, Role role) {
    String hash = ApiKey.parse(secret).orElseThrow().sha256();
    String id = "key_" + role.name().toLowerCase(java.util.Locale.ROOT) + byHash.size();
    byHash.put(hash, new StoredKey(id, "a " + role, role, clock.instant(), "test", null, null));
    return secret;
  }

  @Override
  public Optional<StoredKey> findBySha256(String sha256) {
    lookUps++;
    if (lost) {
      throw new DataAccessResourceFailureException("lost for the test");
    }
    return Optional.ofNullable(byHash.get(sha256));
  }

  @Override
  public List<StoredKey> list() {
    return List.copyOf(byHash.values()).reversed();
  }

  @Override
  public void create(StoredKey key, String sha256, String actor) {
    byHash.put(sha256, key);
  }

  @Override
  public boolean revoke(String keyId, String actor) {
    boolean[] changed = {false};
    byHash.replaceAll(
        (hash, key) -> {
          if (!key.keyId().equals(keyId) || key.revokedAt() != null) {
            return key;
          }
          changed[0] = true;
          return new StoredKey(
              key.keyId(),
              key.name(),
              key.role(),
              key.createdAt(),
              key.createdBy(),
              key.expiresAt(),
              clock.instant());
        });
    return changed[0];
  }
}
