package com.aicashevolution.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.api.FakeRegistry;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import org.junit.jupiter.api.Test;

class TrafficRouterTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final String CHAMPION = "v20261115_020000";
  private static final String CHALLENGER = "v20261116_020000";

  private final FakeRegistry registry = new FakeRegistry();
  private final RegistryWatch watch =
      new RegistryWatch(registry, new SettableClock("2026-11-16T08:00:00Z"));
  private final TrafficRouter router = new TrafficRouter(watch);

  private Route route(String key) {
    return router.route(EURUSD, Timeframe.H1, key, null);
  }

  private static Route to(String version, Variant variant) {
    return new Route.To(new ModelVersion(version), variant);
  }

  @Test
  void shouldSendEverybodyToTheChampionWithoutAChallenger() {
    registry.serve("global", CHAMPION, null, 0);
    watch.refresh();

    for (int i = 0; i < 100; i++) {
      assertThat(route("user-" + i)).isEqualTo(to(CHAMPION, Variant.CHAMPION));
    }
  }

  @Test
  void shouldGiveTheChallengerItsShareAndKeepEachKeyWhereItIs() {
    registry.serve("global", CHAMPION, CHALLENGER, 20);
    watch.refresh();
    int challenged = 0;
    for (int i = 0; i < 20_000; i++) {
      Route first = route("user-" + i);
      assertThat(route("user-" + i)).isEqualTo(first);
      challenged += first.equals(to(CHALLENGER, Variant.CHALLENGER)) ? 1 : 0;
    }

    // six standard deviations of a fair split: a wrong share, not bad luck
    assertThat(challenged / 20_000.0).isCloseTo(0.2, within(0.017));
  }

  @Test
  void shouldPreferTheMostSpecificLineThatHasAChampion() {
    registry.serve("global", CHAMPION, null, 0);
    registry.serve("fx-major", "v20261115_030000-fx-major", null, 0);
    registry.serve("EURUSD", null, null, 0);
    watch.refresh();

    assertThat(route("a")).isEqualTo(to("v20261115_030000-fx-major", Variant.CHAMPION));
    assertThat(router.route(Symbol.of("XAUUSD"), Timeframe.H1, "a", null))
        .isEqualTo(to(CHAMPION, Variant.CHAMPION));
  }

  @Test
  void shouldGoBackToTheLessSpecificLineWhenALineBecomesVacant() {
    registry.serve("global", CHAMPION, null, 0);
    registry.serve("EURUSD", CHALLENGER + "-EURUSD", null, 0);
    watch.refresh();
    assertThat(route("a")).isEqualTo(to(CHALLENGER + "-EURUSD", Variant.CHAMPION));

    registry.serve("EURUSD", null, null, 0);
    watch.refresh();

    assertThat(route("a")).isEqualTo(to(CHAMPION, Variant.CHAMPION));
  }

  @Test
  void shouldNotSendOtherBarsToALineThatDoesNotReadThem() {
    registry.serve("global", CHAMPION, null, 0);
    watch.refresh();

    assertThat(router.route(EURUSD, Timeframe.M5, "a", null))
        .isEqualTo(new Route.NoChampion(EURUSD, Timeframe.M5));
  }

  @Test
  void shouldFollowAPinEvenWhenNothingServes() {
    assertThat(router.route(EURUSD, Timeframe.H1, "a", new ModelVersion(CHALLENGER)))
        .isEqualTo(to(CHALLENGER, Variant.PINNED));
  }

  @Test
  void shouldTellAnUnreadRegistryFromAnEmptyOne() {
    registry.connection().lose();
    watch.refresh();
    assertThat(route("a")).isEqualTo(new Route.RegistryUnread());

    registry.connection().find();
    watch.refresh();
    assertThat(route("a")).isEqualTo(new Route.NoChampion(EURUSD, Timeframe.H1));
  }

  @Test
  void shouldRouteByTheLastStateWhileTheRegistryIsLost() {
    registry.serve("global", CHAMPION, null, 0);
    watch.refresh();
    registry.connection().lose();
    registry.serve("global", CHALLENGER, null, 0);
    watch.refresh();

    assertThat(watch.isLost()).isTrue();
    assertThat(route("a")).isEqualTo(to(CHAMPION, Variant.CHAMPION));

    registry.connection().find();
    watch.refresh();
    assertThat(watch.isLost()).isFalse();
    assertThat(route("a")).isEqualTo(to(CHALLENGER, Variant.CHAMPION));
  }
}
