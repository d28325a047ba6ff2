package com.aicashevolution.platform.security;

import java.security.MessageDigest;

/** The secret the three services share to call each other. */
public final class ServiceKey {

  private final String secret;
  private final byte[] digest;

  public ServiceKey(String secret) {
    this.secret = secret;
    this.digest = ApiKey.digest(secret);
  }

  /** Compares in constant time. */
  public boolean matches(String offered) {
    return MessageDigest.isEqual(digest, ApiKey.digest(offered));
  }

  /** For the header of an outgoing call. */
  public String reveal() {
    return secret;
  }

  @Override
  public String toString() {
    return "service key";
  }
}
