package com.aicashevolution.trainer.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** The same network in PyTorch, through DJL. */
final class PyTorchContestant implements Contestant {

  private static final int FEATURES = 17;
  private static final int STEPS = 20;

  private final Model model;
  private final Trainer trainer;
  private final Loss loss = Loss.softmaxCrossEntropyLoss();

  PyTorchContestant(int batch, float dropout) {
    model = Model.newInstance("bench", Device.cpu(), "PyTorch");
    SequentialBlock layers = new SequentialBlock().add(lstm(64));
    addDropout(layers, dropout);
    layers.add(lstm(32)).add(LambdaBlock.singleton(all -> all.get(":, -1")));
    addDropout(layers, dropout);
    layers
        .add(Linear.builder().setUnits(16).build())
        .add(Activation.reluBlock())
        .add(Linear.builder().setUnits(3).build());
    model.setBlock(layers);
    Tracker rate = Tracker.fixed(2e-3f);
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(loss)
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam().optLearningRateTracker(rate).build()));
    trainer.initialize(new Shape(batch, STEPS, FEATURES));
  }

  static String version() {
    return Engine.getEngine("PyTorch").getVersion();
  }

  private static void addDropout(SequentialBlock layers, float rate) {
    if (rate > 0) {
      layers.add(Dropout.builder().optRate(rate).build());
    }
  }

  private static LSTM lstm(int units) {
    return LSTM.builder().setNumLayers(1).setStateSize(units).optBatchFirst(true).build();
  }

  @Override
  public void fit(float[] windows, int[] classes) {
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDArray inputs = scope.create(windows, new Shape(classes.length, STEPS, FEATURES));
      NDArray labels = scope.create(classes);
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDList outputs = trainer.forward(new NDList(inputs));
        gradients.backward(loss.evaluate(new NDList(labels), outputs));
      }
      trainer.step();
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
