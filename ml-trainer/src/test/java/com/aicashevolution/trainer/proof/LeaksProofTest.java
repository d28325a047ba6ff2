package com.aicashevolution.trainer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.leak.LeakAlarm;
import com.aicashevolution.trainer.leak.LeakAlarm.Canary;
import com.aicashevolution.trainer.leak.LeakCanaries;
import com.aicashevolution.trainer.leak.TrainingPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canaries of every build; {@code ./ml prove leaks --full} sends them down more paths. */
class LeaksProofTest {

  private static final CleanPath DEFAULT = CleanPath.number(0);

  @ParameterizedTest
  @EnumSource(PlantedLeak.class)
  void noticesEachPlantedLeak(PlantedLeak leak) {
    assertThat(DEFAULT.examine(leak.into(DEFAULT.path())))
        .extracting(LeakAlarm::canary)
        .contains(leak.caughtBy());
  }

  /** Whoever can learn profits from these three, and is noticed even where nobody looked. */
  @ParameterizedTest
  @EnumSource(names = {"LABEL_IN_FEATURES", "SHUFFLED_SPLIT", "HIGHER_TIMEFRAME_BY_OPEN_TIME"})
  void foretellingARandomWalkIsNoticedToo(PlantedLeak leak) {
    assertThat(DEFAULT.examine(leak.into(DEFAULT.path())))
        .extracting(LeakAlarm::canary)
        .contains(Canary.CHANCE);
  }

  /** Number 0 is the path of a default run; 3 rolls, 4 reads four-hour bars, 5 thins. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void raisesNoAlarmOnACleanPath(int number) {
    CleanPath clean = CleanPath.number(number);
    assertThat(clean.examine(clean.path())).isEmpty();
  }

  /** What every training run is held against costs milliseconds a symbol, and notices these. */
  @ParameterizedTest
  @EnumSource(
      names = {"LABEL_IN_FEATURES", "SHUFFLED_SPLIT", "NO_PURGE", "HIGHER_TIMEFRAME_BY_OPEN_TIME"})
  void aRunIsWatchedToo(PlantedLeak leak) {
    List<CandleSeries> candles =
        SimulatedHistory.candles(SimulationSpec.regimes(3), DEFAULT.symbols(), 120);
    TrainingPath path = leak.into(DEFAULT.path());

    assertThat(watched(DEFAULT.path(), candles)).isEmpty();
    assertThat(watched(path, candles)).extracting(LeakAlarm::canary).contains(leak.caughtBy());
  }

  private static List<LeakAlarm> watched(TrainingPath path, List<CandleSeries> candles) {
    Dataset dataset = path.assemble(candles);
    return LeakCanaries.watch(path, dataset, ((SplitResult.Cut) path.split(dataset)).plan());
  }

  @Test
  void aMissedLeakAndAFalseAlarmEachMakeItFallShort() {
    List<List<LeakAlarm>> caught = new ArrayList<>();
    for (PlantedLeak leak : PlantedLeak.values()) {
      caught.add(List.of(new LeakAlarm(leak.caughtBy(), "caught")));
    }
    List<LeakAlarm> none = List.of();
    assertThat(LeaksProof.finding(caught, List.of(none, none)))
        .returns(true, Finding::holds)
        .returns("5 of 5 caught, 0 false alarms on 2 clean pipelines", Finding::figure);

    assertThat(LeaksProof.finding(caught, List.of(none, caught.getFirst())).holds()).isFalse();
    caught.set(1, List.of(new LeakAlarm(Canary.LABELS, "another canary sings")));
    assertThat(LeaksProof.finding(caught, List.of(none)))
        .returns(false, Finding::holds)
        .returns("4 of 5 caught, 0 false alarms on 1 clean pipelines", Finding::figure);
  }
}
