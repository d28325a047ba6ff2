package com.aicashevolution.api.traffic;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.rollout.TrafficSplit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assigns requests to versions; the same key gets the same version until traffic is moved. */
@Component
public final class TrafficRouter {

  private final RegistryWatch watch;

  TrafficRouter(RegistryWatch watch) {
    this.watch = watch;
  }

  /**
   * Where a request of {@code key} for {@code symbol} goes.
   *
   * @param key what assignment sticks to: user, API key or request
   * @param pinned the version the caller insists on, if any
   */
  public Route route(
      Symbol symbol, Timeframe timeframe, String key, @Nullable ModelVersion pinned) {
    if (pinned != null) {
      return new Route.To(pinned, Variant.PINNED);
    }
    return watch
        .snapshot()
        .<Route>map(
            snapshot ->
                snapshot
                    .servingLine(symbol, timeframe)
                    .<Route>map(line -> split(line, key))
                    .orElseGet(() -> new Route.NoChampion(symbol, timeframe)))
        .orElseGet(Route.RegistryUnread::new);
  }

  private static Route split(LineState line, String key) {
    ModelVersion challenger = line.challenger();
    if (challenger != null && isChallengers(line, challenger, key)) {
      return new Route.To(challenger, Variant.CHALLENGER);
    }
    ModelVersion champion = line.champion();
    if (champion == null) {
      throw new IllegalStateException("a serving line has a champion, " + line.line() + " has not");
    }
    return new Route.To(champion, Variant.CHAMPION);
  }

  private static boolean isChallengers(LineState line, ModelVersion challenger, String key) {
    String experiment = line.line().name() + "/" + challenger.value();
    return TrafficSplit.isChallenger(key, experiment, line.challengerPercentage());
  }
}
