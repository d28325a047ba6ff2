package com.aicashevolution.rollout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Sticky, stateless assignment of a key to champion or challenger.
 *
 * <p>The hash is the first eight bytes, big-endian, of SHA-256 over the UTF-8 bytes of {@code
 * salt}, one zero byte, {@code key}; anyone can recompute it with {@code printf 'salt\0key' |
 * sha256sum}. Read as a fraction {@code h / 2^64} of the circle, the key belongs to the challenger
 * when {@code floor(100 · h / 2^64) < percentage}: raising the percentage only adds keys.
 * Thread-safe.
 */
public final class TrafficSplit {

  private TrafficSplit() {}

  /**
   * Whether {@code key} belongs to the challenger's share. The same key, salt and percentage always
   * give the same answer, and raising the percentage never moves a key back to the champion.
   *
   * @param key user, API key or request id
   * @param salt the line and challenger version, so that experiments are independent
   * @param percentage in [0, 100]
   */
  public static boolean isChallenger(String key, String salt, int percentage) {
    if (percentage < 0 || percentage > 100) {
      throw new IllegalArgumentException("percentage must be in [0, 100], was " + percentage);
    }
    // the high half of the 128-bit product: no modulo, hence no bias beyond 100 / 2^64
    return Math.unsignedMultiplyHigh(hash(key, salt), 100L) < percentage;
  }

  /** The key's place on the circle, unsigned. */
  static long hash(String key, String salt) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      byte[] digest = sha256.digest(key.getBytes(StandardCharsets.UTF_8));
      long hash = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        hash = (hash << Byte.SIZE) | (digest[i] & 0xff);
      }
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
