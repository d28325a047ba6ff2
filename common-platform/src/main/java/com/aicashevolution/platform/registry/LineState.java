package com.aicashevolution.platform.registry;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a line now; a line has one state per timeframe, and the two together name it.
 *
 * <p>Its methods are the only ways in which a state becomes another. Each returns {@code this}
 * where nothing changes.
 *
 * @param champion answers what nobody else answers; null until a version was good enough, and again
 *     after the only one was rolled back: then a less specific line answers
 * @param challenger answers a share beside the champion; never the champion
 * @param challengerPercentage share of traffic the challenger answers, in [0, 99]; 0 without one
 * @param previous whom a rollback of the champion brings back; never the champion
 * @param changedAt when any of this last changed
 */
public record LineState(
    ModelLine line,
    Timeframe timeframe,
    @Nullable ModelVersion champion,
    @Nullable ModelVersion challenger,
    int challengerPercentage,
    @Nullable ModelVersion previous,
    Instant changedAt) {

  public LineState {
    if (challengerPercentage < 0 || challengerPercentage > 99) {
      throw new IllegalArgumentException(
          "challengerPercentage must be in [0, 99], was " + challengerPercentage);
    }
    if (challenger == null && challengerPercentage != 0) {
      throw new IllegalArgumentException(
          "challengerPercentage must be 0 without a challenger, was " + challengerPercentage);
    }
    if (challenger != null && (champion == null || challenger.equals(champion))) {
      throw new IllegalArgumentException(
          "a challenger needs another version as champion, had " + champion);
    }
    if (champion != null && champion.equals(previous)) {
      throw new IllegalArgumentException("previous must not be the champion, was " + previous);
    }
  }

  /** A line nobody serves yet. */
  public static LineState vacant(ModelLine line, Timeframe timeframe, Instant at) {
    return new LineState(line, timeframe, null, null, 0, null, at);
  }

  /** Whether {@code version} answers requests. */
  public boolean isServedBy(ModelVersion version) {
    return version.equals(champion) || version.equals(challenger);
  }

  /** {@code version} answers everything the challenger does not; the champion becomes previous. */
  public LineState withChampion(ModelVersion version, Instant at) {
    if (version.equals(champion)) {
      return this;
    }
    ModelVersion fallback = champion != null || version.equals(previous) ? champion : previous;
    return version.equals(challenger)
        ? new LineState(line, timeframe, version, null, 0, fallback, at)
        : new LineState(line, timeframe, version, challenger, challengerPercentage, fallback, at);
  }

  /**
   * {@code version} answers a share; another challenger leaves.
   *
   * @throws IllegalArgumentException if there is no champion or {@code version} is it
   */
  public LineState withChallenger(ModelVersion version, int percentage, Instant at) {
    return version.equals(challenger) && percentage == challengerPercentage
        ? this
        : new LineState(line, timeframe, champion, version, percentage, previous, at);
  }

  /** Whether {@code version} is the champion and nobody of this line would follow it. */
  public boolean isVacatedBy(ModelVersion version) {
    return version.equals(champion) && previous == null;
  }

  /**
   * {@code version} no longer answers: a challenger leaves, a champion gives way to previous.
   * Without a previous the line becomes vacant and its challenger leaves too: it was to be measured
   * against the champion, and must not inherit all traffic because that one failed. Whether a less
   * specific line answers instead is for the caller to know.
   *
   * @throws IllegalArgumentException if that would vacate the global line, whom nobody stands in
   *     for
   */
  public LineState without(ModelVersion version, Instant at) {
    if (version.equals(challenger)) {
      return new LineState(line, timeframe, champion, null, 0, previous, at);
    }
    if (!version.equals(champion)) {
      return this;
    }
    if (previous == null) {
      if (line.equals(ModelLine.GLOBAL)) {
        throw new IllegalArgumentException(
            version + " has no previous version to give way to, and no line stands in for global");
      }
      return vacant(line, timeframe, at);
    }
    return previous.equals(challenger)
        ? new LineState(line, timeframe, previous, null, 0, null, at)
        : new LineState(line, timeframe, previous, challenger, challengerPercentage, null, at);
  }
}
