package com.aicashevolution.attribution;

import java.util.Arrays;
import java.util.List;

/**
 * How much a model uses each player over many windows: {@code mean |φ|} over windows and answers
 * (Lundberg, Lee 2017), as shares. All three class probabilities count: a player that only moves
 * probability between SELL and HOLD is used as well.
 */
public final class GlobalImportance {

  private GlobalImportance() {}

  /**
   * Shares per player, summing to 1; equal ones where nothing moved anything.
   *
   * @param attributions of one model, at least one
   */
  public static double[] of(List<Attribution> attributions) {
    if (attributions.isEmpty()) {
      throw new IllegalArgumentException("importance needs at least one attribution, had 0");
    }
    int players = attributions.getFirst().players();
    double[] importance = new double[players];
    double total = 0;
    for (int i = 0; i < attributions.size(); i++) {
      Attribution attribution = attributions.get(i);
      if (attribution.players() != players) {
        throw new IllegalArgumentException(
            "attribution "
                + i
                + " must have "
                + players
                + " players, had "
                + attribution.players());
      }
      for (int player = 0; player < players; player++) {
        for (int output = 0; output < attribution.outputs(); output++) {
          double moved = Math.abs(attribution.value(player, output));
          importance[player] += moved;
          total += moved;
        }
      }
    }
    if (total == 0) {
      Arrays.fill(importance, 1.0 / players);
      return importance;
    }
    for (int player = 0; player < players; player++) {
      importance[player] /= total;
    }
    return importance;
  }
}
