package com.aicashevolution.localstack;

import java.security.SecureRandom;
import java.util.Base64;

/** Fresh random text for passwords and keys, safe in URLs and in configuration files. */
public final class Secrets {
  private final SecureRandom random = new SecureRandom();

  /** base64url characters that hold {@code bytes} random bytes. */
  public String next(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
