package com.aicashevolution.localstack.process;

/** Whether a child ends with this JVM. */
public enum Lifetime {
  /** Killed when this JVM ends, however it ends: for tests. */
  WITH_PARENT,
  /**
   * In a session of its own, so that neither our end nor a Ctrl-C reaches it: for {@code ./ml up}.
   */
  DETACHED
}
