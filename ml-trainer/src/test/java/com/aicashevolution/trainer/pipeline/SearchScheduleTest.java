package com.aicashevolution.trainer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.trainer.pipeline.SearchSchedule.Rung;
import org.junit.jupiter.api.Test;

class SearchScheduleTest {

  @Test
  void keepsAThirdForThreeTimesAsLong() {
    SearchSchedule schedule = SearchSchedule.of(27, 27, 1_000_000);

    assertThat(schedule.rungs()).containsExactly(new Rung(27, 3), new Rung(9, 9), new Rung(3, 27));
    assertThat(schedule.epochs()).isEqualTo(2 * (27 * 3 + 9 * 9 + 3 * 27));
  }

  @Test
  void comparesTwoOnce() {
    assertThat(SearchSchedule.of(2, 12, 48).rungs()).containsExactly(new Rung(2, 12));
  }

  @Test
  void usesFewerEpochsWhereTheBudgetIsShort() {
    SearchSchedule schedule = SearchSchedule.of(9, 12, 100);

    assertThat(schedule.epochs()).isLessThanOrEqualTo(100);
    assertThat(schedule.rungs()).hasSize(2);
    assertThat(schedule.rungs().getLast().epochs()).isBetween(6, 11);
    assertThat(SearchSchedule.of(9, 12, SearchSchedule.leastBudget(9)).rungs())
        .containsExactly(new Rung(9, 1), new Rung(3, 1));
  }

  @Test
  void refusesABudgetThatIsNoneWithTheLeastThatIs() {
    assertThat(SearchSchedule.leastBudget(9)).isEqualTo(24);
    assertThatThrownBy(() -> SearchSchedule.of(9, 12, 23))
        .hasMessage("must be at least 24 for 9 trials, was 23");
    assertThatThrownBy(() -> new SearchSpec(9, 23)).hasMessageContaining("was 23");
    assertThatThrownBy(() -> new SearchSpec(1, 23)).hasMessageContaining("were 1");
    assertThatThrownBy(() -> new SearchSpec(65, 9_999)).hasMessageContaining("were 65");
  }
}
