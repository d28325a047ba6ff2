package com.aicashevolution.localstack.terminal;

/** One long step. Closing it leaves the line as it last was. Not thread-safe. */
public interface Progress extends AutoCloseable {
  /**
   * Says how far the step is.
   *
   * @param done in [0, total]; may repeat, never decreases
   * @param detail what is being done now, may be empty
   */
  void update(double done, String detail);

  @Override
  void close();
}
