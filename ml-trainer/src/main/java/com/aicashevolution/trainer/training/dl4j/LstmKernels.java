package com.aicashevolution.trainer.training.dl4j;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.layers.recurrent.LSTMHelper;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Gives a network's LSTM layers our arithmetic, through the door that DL4J keeps for that of
 * graphics cards. Only the layers in memory know of it: configuration, parameters and file are
 * those of an ordinary DL4J network.
 */
final class LstmKernels {

  private static final VarHandle HELPER = helper();

  private LstmKernels() {}

  /**
   * Installs a {@link KernelLstm} in every LSTM layer.
   *
   * @throws IllegalArgumentException if the network is truncated in time
   */
  static void install(MultiLayerNetwork network) {
    if (network.getLayerWiseConfigurations().getBackpropType() != BackpropType.Standard) {
      throw new IllegalArgumentException("the LSTM kernel goes back through all steps");
    }
    for (Layer layer : network.getLayers()) {
      Layer innermost = layer;
      while (innermost instanceof BaseWrapperLayer wrapper) {
        innermost = wrapper.getUnderlying();
      }
      if (innermost instanceof LSTM lstm) {
        HELPER.set(lstm, new KernelLstm());
      }
    }
  }

  private static VarHandle helper() {
    try {
      return MethodHandles.privateLookupIn(LSTM.class, MethodHandles.lookup())
          .findVarHandle(LSTM.class, "helper", LSTMHelper.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of DL4J has no field for LSTM helpers", e);
    }
  }
}
