package com.aicashevolution.platform.security;

import com.aicashevolution.platform.security.ApiKeys.StoredKey;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who holds a key. Thread-safe. */
public final class KeyVerifier {

  private final ServiceKey serviceKey;
  private final VerifiedKeys verified;
  private final Clock clock;

  KeyVerifier(ServiceKey serviceKey, VerifiedKeys verified, Clock clock) {
    this.serviceKey = serviceKey;
    this.verified = verified;
    this.clock = clock;
  }

  /**
   * Verifies what a caller sent.
   *
   * @param actor whom the caller claims to speak for; believed of services only
   */
  public Verification verify(String secret, @Nullable String actor) {
    if (serviceKey.matches(secret)) {
      return new Verification.Verified(Caller.service(actor));
    }
    Optional<ApiKey> key = ApiKey.parse(secret);
    if (key.isEmpty()) {
      return new Verification.Unknown();
    }
    return switch (verified.lookUp(key.get().sha256())) {
      case VerifiedKeys.Found found when found.key().isGoodAt(clock.instant()) ->
          new Verification.Verified(callerOf(found.key()));
      case VerifiedKeys.Found expired -> new Verification.Unknown();
      case VerifiedKeys.Absent absent -> new Verification.Unknown();
      case VerifiedKeys.StoreLost lost -> new Verification.CannotTell();
    };
  }

  private static Caller callerOf(StoredKey key) {
    return new Caller(key.keyId(), key.name(), key.role(), null);
  }

  /** What came of it. */
  public sealed interface Verification {

    /** The key is good. */
    record Verified(Caller caller) implements Verification {}

    /** There is no such key, or it is revoked or expired: the caller is not told which. */
    record Unknown() implements Verification {}

    /** The store cannot be asked and the key was not seen lately. */
    record CannotTell() implements Verification {}
  }
}
