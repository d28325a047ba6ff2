package com.aicashevolution.lstm;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Prints what this virtual machine's kernel answers: run by {@link KernelOnOtherMachinesIT}. */
final class KernelDigest {

  private static final int WINDOWS = 6;

  private KernelDigest() {}

  public static void main(String[] args) {
    System.out.println(KernelCapability.current().lanes() + " " + digest());
  }

  /**
   * SHA-256 over the bits of the logits of random windows, in a batch and one by one, and of the
   * gradients of a layer.
   */
  static String digest() {
    RandomNetworks random = new RandomNetworks(2026);
    LstmParameters network = random.network(17, List.of(19, 9), true, 16);
    LstmForward forward = LstmForward.of(network);
    float[] windows = random.windows(WINDOWS * forward.windowLength());
    float[] logits = new float[WINDOWS * LstmParameters.CLASSES];
    LstmForward.Scratch scratch = forward.newScratch(WINDOWS);
    forward.logits(windows, 0, WINDOWS, logits, scratch);
    LayerExample example = LayerExample.random(2026, 5, 7, 5, 3);
    LayerGradients gradients = LayerGradients.of(new LstmTraining(7, 5, 3), example);
    float[] fitted = gradients.recurrentWeights();
    int values = logits.length + LstmParameters.CLASSES + fitted.length;
    ByteBuffer bits = ByteBuffer.allocate(Float.BYTES * values);
    for (float gradient : fitted) {
      bits.putFloat(gradient);
    }
    for (float logit : logits) {
      bits.putFloat(logit);
    }
    float[] alone = new float[LstmParameters.CLASSES];
    forward.logits(windows, 3 * forward.windowLength(), 1, alone, scratch);
    for (float logit : alone) {
      bits.putFloat(logit);
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bits.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
