package com.aicashevolution.inference.cli;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Windows drawn one after the other, the same ones on every virtual machine: sums of four uniform
 * numbers, with mean 0 and variance 1, and now and then a value at the standardizer's clip. Nothing
 * but additions and products, which leave no machine a choice. Not thread-safe.
 */
final class DrawnWindows {

  /** Turns the deviation of a sum of four uniform numbers, √(4/12), into 1. */
  private static final double TO_UNIT = 1.7320508075688772;

  private static final double CLIPPED_SHARE = 0.01;

  private final SplittableRandom random;
  private final float clip;
  private final MessageDigest digest;

  DrawnWindows(long seed, float clip) {
    this.random = new SplittableRandom(seed);
    this.clip = clip;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Draws the next {@code length} values into the front of {@code windows}. */
  void next(float[] windows, int length) {
    ByteBuffer bits = ByteBuffer.allocate(length * Float.BYTES);
    for (int i = 0; i < length; i++) {
      windows[i] = value();
      bits.putFloat(windows[i]);
    }
    digest.update(bits.array());
  }

  private float value() {
    double chance = random.nextDouble();
    if (chance < CLIPPED_SHARE) {
      return chance < CLIPPED_SHARE / 2 ? -clip : clip;
    }
    double sum = -2;
    for (int i = 0; i < 4; i++) {
      sum += random.nextDouble();
    }
    return (float) Math.clamp(sum * TO_UNIT, -clip, clip);
  }

  /** SHA-256 of all that was drawn; ends the drawing. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
