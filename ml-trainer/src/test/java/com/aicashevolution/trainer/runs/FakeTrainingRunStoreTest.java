package com.aicashevolution.trainer.runs;

class FakeTrainingRunStoreTest extends TrainingRunStoreContract {

  @Override
  protected TrainingRunStore emptyStore() {
    return new FakeTrainingRunStore();
  }
}
