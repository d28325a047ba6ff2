package com.aicashevolution.localstack.prove;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of several virtual machines to the same windows, held against each other bit by bit.
 */
final class AnswerBits {
  /** Three logits and three probabilities. */
  static final int FLOATS = 6;

  private AnswerBits() {}

  /**
   * What the comparison came to.
   *
   * @param windows that the first one has, at most so many as were asked for
   * @param identical windows whose bits are the same in all of them; one that is missing is not
   * @param firstDifference null where there is none
   */
  record Comparison(long windows, long identical, @Nullable String firstDifference) {}

  /**
   * Compares the first {@code most} windows.
   *
   * @param names of the machines, for the difference
   * @param answers of each machine, the same order
   */
  static Comparison compare(List<String> names, List<DataInputStream> answers, long most)
      throws IOException {
    long windows = 0;
    long identical = 0;
    String first = null;
    int[] expected = new int[FLOATS];
    int[] actual = new int[FLOATS];
    while (windows < most && read(answers.getFirst(), expected)) {
      String difference = null;
      for (int machine = 1; machine < answers.size(); machine++) {
        boolean there = read(answers.get(machine), actual);
        int at = there ? firstDifference(expected, actual) : 0;
        if (at < FLOATS && difference == null) {
          difference =
              there
                  ? "window %d, float %d: %s where %s has %s"
                      .formatted(
                          windows,
                          at,
                          described(actual[at], names.get(machine)),
                          names.getFirst(),
                          Float.intBitsToFloat(expected[at]))
                  : "window %d is missing at %s".formatted(windows, names.get(machine));
        }
      }
      windows++;
      identical += difference == null ? 1 : 0;
      first = first == null ? difference : first;
    }
    return new Comparison(windows, identical, first);
  }

  private static String described(int bits, String name) {
    return name + " has " + Float.intBitsToFloat(bits);
  }

  private static int firstDifference(int[] expected, int[] actual) {
    int at = 0;
    while (at < FLOATS && expected[at] == actual[at]) {
      at++;
    }
    return at;
  }

  /** One window; whether there was a whole one. */
  private static boolean read(DataInputStream answers, int[] bits) throws IOException {
    try {
      for (int i = 0; i < FLOATS; i++) {
        bits[i] = answers.readInt();
      }
      return true;
    } catch (EOFException end) {
      return false;
    }
  }
}
