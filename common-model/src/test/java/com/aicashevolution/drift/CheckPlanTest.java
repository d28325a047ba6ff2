package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.market.Timeframe;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckPlanTest {

  @Test
  void comparesTwoTradingWeeksADayApartWhateverTheBars() {
    assertThat(CheckPlan.daily(Timeframe.H1)).isEqualTo(CheckPlan.DAILY);
    assertThat(CheckPlan.daily(Timeframe.M5).windowBars()).isEqualTo(2880);
    assertThat(CheckPlan.daily(Timeframe.M5).barsBetweenChecks()).isEqualTo(288);
    assertThat(CheckPlan.daily(Timeframe.D1).windowBars()).isEqualTo(20);
    assertThat(CheckPlan.daily(Timeframe.D1).barsBetweenChecks()).isEqualTo(1);
    assertThat(CheckPlan.DAILY.leastBars()).isEqualTo(2880);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "4, 2", "15, 2", "26, 3", "100, 5"})
  void wantsMoreSymbolsToDriftTogetherTheMoreThereAre(int symbols, int needed) {
    assertThat(CheckPlan.DAILY.symbolsBeyondChance(symbols)).isEqualTo(needed);
  }

  @Test
  void callsManySymbolsDriftedNoMoreOftenThanOne() {
    double p = CheckPlan.DAILY.falseAlarmProbability();
    int needed = CheckPlan.DAILY.symbolsBeyondChance(26);
    Random random = new Random(5);
    int called = 0;
    int checks = 200_000;
    for (int check = 0; check < checks; check++) {
      int drifted = 0;
      for (int symbol = 0; symbol < 26; symbol++) {
        drifted += random.nextDouble() < p ? 1 : 0;
      }
      called += drifted >= needed ? 1 : 0;
    }
    assertThat((double) called / checks).isLessThan(p);
  }

  @Test
  void refusesPlansThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckPlan(19, 1, 2, 2, 2))
        .withMessage("windowBars must be >= 20, were 19");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckPlan(20, 0, 2, 2, 2))
        .withMessage("barsBetweenChecks must be >= 1, were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckPlan(20, 1, 2, 2, 1))
        .withMessage("answerRunLength must be finite and > 1, was 1.0");
  }
}
