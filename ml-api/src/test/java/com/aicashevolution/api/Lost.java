package com.aicashevolution.api;

import org.springframework.dao.DataAccessResourceFailureException;

/** Something a test can take away and give back. */
public final class Lost {

  private boolean lost;

  public void lose() {
    lost = true;
  }

  public void find() {
    lost = false;
  }

  /** Throws what a lost database throws. */
  public void check() {
    if (lost) {
      throw new DataAccessResourceFailureException("lost for the test");
    }
  }
}
