package com.aicashevolution.platform.security;

import com.aicashevolution.platform.security.ApiKeys.StoredKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes new keys. */
public final class KeyIssuer {

  private static final int ID_BYTES = 6;

  private final ApiKeys keys;
  private final SecureRandom random;
  private final Clock clock;

  KeyIssuer(ApiKeys keys, SecureRandom random, Clock clock) {
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /** Makes and stores a key; the returned secret cannot be had again. */
  public IssuedKey issue(String name, Role role, @Nullable Duration validity, String actor) {
    ApiKey secret = ApiKey.generate(random);
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    StoredKey stored =
        new StoredKey(
            "key_" + HexFormat.of().formatHex(id),
            name,
            role,
            now,
            actor,
            validity == null ? null : now.plus(validity),
            null);
    keys.create(stored, secret.sha256(), actor);
    return new IssuedKey(secret, stored);
  }

  /** A fresh key and what is stored of it. */
  public record IssuedKey(ApiKey secret, StoredKey stored) {}
}
