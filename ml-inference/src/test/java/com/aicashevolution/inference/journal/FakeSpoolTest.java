package com.aicashevolution.inference.journal;

class FakeSpoolTest extends SpoolContract {

  @Override
  protected Spool spoolForTen() {
    return new FakeSpool(10);
  }
}
