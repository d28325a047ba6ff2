package com.aicashevolution.trainer.backtest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The instants at which any tape has a bar, ascending, and which bar each tape has there. */
final class Timeline {

  private static final int MAX_TAPES = 1 << 12;

  private final List<SymbolTape> tapes;
  private final long[] keys;

  /**
   * Merges the bars that are played.
   *
   * @throws IllegalArgumentException if there are more than {@value #MAX_TAPES} tapes
   */
  Timeline(List<SymbolTape> tapes) {
    if (tapes.size() > MAX_TAPES) {
      throw new IllegalArgumentException(
          "tapes must be at most " + MAX_TAPES + ", were " + tapes.size());
    }
    this.tapes = tapes;
    this.keys = new long[tapes.stream().mapToInt(SymbolTape::bars).sum()];
    int n = 0;
    for (int t = 0; t < tapes.size(); t++) {
      SymbolTape tape = tapes.get(t);
      for (int bar = tape.firstBar(); bar < tape.series().size(); bar++) {
        keys[n++] = tape.series().openEpochSecond(bar) * MAX_TAPES + t;
      }
    }
    Arrays.sort(keys);
  }

  /** Bars of all tapes. */
  int bars() {
    return keys.length;
  }

  /** Plays every instant in order. */
  void play(Player player) {
    int[] next = tapes.stream().mapToInt(SymbolTape::firstBar).toArray();
    int[] present = new int[tapes.size()];
    for (int at = 0; at < keys.length; ) {
      long instant = Math.floorDiv(keys[at], (long) MAX_TAPES);
      int count = 0;
      while (at < keys.length && Math.floorDiv(keys[at], (long) MAX_TAPES) == instant) {
        present[count++] = (int) Math.floorMod(keys[at++], (long) MAX_TAPES);
      }
      for (int i = 0; i < count; i++) {
        player.bar(tapes.get(present[i]), next[present[i]]);
      }
      for (int i = 0; i < count; i++) {
        player.closed(tapes.get(present[i]), next[present[i]]++);
      }
      player.instant(Instant.ofEpochSecond(instant), at);
    }
  }

  /** Is handed the market as it goes on. */
  interface Player {

    /** A bar of this instant; all of them come before the first {@link #closed}. */
    void bar(SymbolTape tape, int bar);

    /** The same bars again, once all of the instant are known. */
    void closed(SymbolTape tape, int bar);

    /**
     * The instant is over.
     *
     * @param openTime of its bars
     * @param barsPlayed so far, of all tapes
     */
    void instant(Instant openTime, int barsPlayed);
  }
}
