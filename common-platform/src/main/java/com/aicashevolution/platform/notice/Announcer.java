package com.aicashevolution.platform.notice;

/** Tells the other processes. Never throws and never waits; thread-safe. */
@FunctionalInterface
public interface Announcer {

  /** Tells nobody: an installation without Redis lives by its polls. */
  Announcer SILENT = notice -> {};

  void announce(Notice notice);
}
