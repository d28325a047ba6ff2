package com.aicashevolution.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that opens the door: {@code mlk_} and 43 base64url characters, 256 random bits. Its text
 * is given out once, when it is made; {@link #toString()} does not reveal it.
 */
public final class ApiKey {

  private static final Pattern FORM = Pattern.compile("mlk_[A-Za-z0-9_-]{43}");
  private static final int RANDOM_BYTES = 32;

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  public static ApiKey generate(SecureRandom random) {
    byte[] bits = new byte[RANDOM_BYTES];
    random.nextBytes(bits);
    return new ApiKey("mlk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The key written {@code text}; empty if it has not the form of one. */
  public static Optional<ApiKey> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
  }

  /** Lower-case hex SHA-256 of the whole text: what is stored instead of the key. */
  public String sha256() {
    return HexFormat.of().formatHex(digest(secret));
  }

  /** The text to hand to its owner, once. */
  public String reveal() {
    return secret;
  }

  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  @Override
  public String toString() {
    return "mlk_…";
  }
}
