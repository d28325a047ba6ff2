package com.aicashevolution.localstack.keys;

/** What a key may do; each role includes the ones before it. Names as in {@code api_keys.role}. */
public enum Role {
  READ,
  PREDICT,
  OPERATE
}
