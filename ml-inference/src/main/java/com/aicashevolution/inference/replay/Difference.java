package com.aicashevolution.inference.replay;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The first place where an answer that was given again differs from its row.
 *
 * @param field name of the value
 * @param index place within the value: the class for probabilities, else 0
 * @param journalled what the row says
 * @param recomputed what comes out now
 * @param journalledBits raw bits of it, hex: of a float or double as IEEE 754 lays it out, of a
 *     word its UTF-8
 * @param recomputedBits likewise
 * @param firstBit first bit that differs, counted from 0 at the left
 */
public record Difference(
    String field,
    int index,
    String journalled,
    String recomputed,
    String journalledBits,
    String recomputedBits,
    int firstBit) {

  /** Compares bits; empty if all are the same. */
  static Optional<Difference> of(
      String field, int index, Object journalled, Object recomputed, byte[][] bits) {
    byte[] before = bits[0];
    byte[] now = bits[1];
    int at = Arrays.mismatch(before, now);
    if (at < 0) {
      return Optional.empty();
    }
    int first = at * Byte.SIZE;
    if (at < Math.min(before.length, now.length)) {
      int differing = (before[at] ^ now[at]) & 0xff;
      first += Integer.numberOfLeadingZeros(differing) - (Integer.SIZE - Byte.SIZE);
    }
    HexFormat hex = HexFormat.of();
    return Optional.of(
        new Difference(
            field,
            index,
            journalled.toString(),
            recomputed.toString(),
            hex.formatHex(before),
            hex.formatHex(now),
            first));
  }

  String sentence() {
    return "%s[%d] is %s (0x%s) in the journal and %s (0x%s) now, first at bit %d"
        .formatted(field, index, journalled, journalledBits, recomputed, recomputedBits, firstBit);
  }
}
