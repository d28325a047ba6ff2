package com.aicashevolution.platform.security;

/** What a key may do; each role may do all that the ones before it may. */
public enum Role {
  READ,
  PREDICT,
  OPERATE;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
