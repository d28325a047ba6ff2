package com.aicashevolution.platform.notice;

/** Looks into the database when something in it is new. */
@FunctionalInterface
public interface NoticeListener {

  /** May take its time; notices that arrive meanwhile wait, and equal ones wait once. */
  void heard(Notice notice);
}
