package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClockChoiceTest {

  private static final Optional<BarClock> NOTHING_SAID = Optional.empty();

  static List<BarClock> clocks() {
    return BarClock.NAMED;
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void shouldReadTheClockOffAYearOfWeekends(BarClock clock) {
    ClockEvidence evidence = ServerWeeks.evidence(clock, 365);

    assertThat(evidence.weekends()).isEqualTo(52);
    assertThat(evidence.best()).isEqualTo(clock);
    assertThat(evidence.fitting(clock)).isEqualTo(52);
  }

  @Test
  void shouldBelieveTheWeekendsAboutABrokersServer() {
    ClockEvidence evidence = ServerWeeks.evidence(BarClock.EET_US, 200);

    assertThat(ClockChoice.choose(CandleFormat.MT5, NOTHING_SAID, evidence))
        .isEqualTo(new ClockChoice.Outcome.Chosen(BarClock.EET_US, List.of()));
  }

  @Test
  void shouldRefuseToGuessWhereThePublishersWordAndTheWeekendsDisagree() {
    ClockEvidence evidence = ServerWeeks.evidence(BarClock.EET, 200);

    assertThat(ClockChoice.choose(CandleFormat.DUKASCOPY, NOTHING_SAID, evidence))
        .isInstanceOfSatisfying(
            ClockChoice.Outcome.Refused.class,
            refused ->
                assertThat(refused.sentence())
                    .contains("suspicious clock", "--clock eet", "--clock utc to insist"));
  }

  @Test
  void shouldBelieveAPersonButSayWhatLooksOdd() {
    ClockEvidence evidence = ServerWeeks.evidence(BarClock.EET, 200);

    assertThat(ClockChoice.choose(CandleFormat.GENERIC, Optional.of(BarClock.UTC), evidence))
        .isInstanceOfSatisfying(
            ClockChoice.Outcome.Chosen.class,
            chosen -> {
              assertThat(chosen.clock()).isEqualTo(BarClock.UTC);
              assertThat(chosen.remarks()).singleElement().asString().contains("read as eet on");
            });
  }

  @Test
  void shouldSayWhatItAssumesWhereThereAreTooFewWeekends() {
    ClockEvidence evidence = ServerWeeks.evidence(BarClock.UTC, 14);

    assertThat(ClockChoice.choose(CandleFormat.MT4, NOTHING_SAID, evidence))
        .isInstanceOfSatisfying(
            ClockChoice.Outcome.Chosen.class,
            chosen -> {
              assertThat(chosen.clock()).isEqualTo(BarClock.EET);
              assertThat(chosen.remarks()).singleElement().asString().contains("assumed to be eet");
            });
    assertThat(ClockChoice.choose(CandleFormat.HISTDATA_ASCII, NOTHING_SAID, evidence))
        .isEqualTo(new ClockChoice.Outcome.Chosen(BarClock.EST, List.of()));
  }
}
