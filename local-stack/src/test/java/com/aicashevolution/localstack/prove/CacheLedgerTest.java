package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.load.Answer;
import com.aicashevolution.localstack.load.Exchange;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheLedgerTest {
  private final Assignments versions = new Assignments("v1");
  private final Assignments bars = new Assignments("20:00");
  private final CacheLedger ledger = new CacheLedger(versions, symbol -> bars);

  @BeforeEach
  void swapAndClose() {
    versions.wished("v2", 100);
    versions.confirmed("v2", 200);
    bars.wished("21:00", 100);
    bars.confirmed("21:00", 200);
  }

  @Test
  void findsNothingWrongWithWhatWasAssigned() {
    exchange(0, answer(1, "v1", "20:00", 50, false), answer(1, "v1", "20:00", 50, true));
    exchange(150, answer(2, "v2", "20:00", 60, true), answer(3, "v1", "21:00", 50, true));
    exchange(300, answer(4, "v2", "21:00", 60, true));

    assertThat(ledger.wrong()).isZero();
    assertThat(ledger.cached()).isEqualTo(4);
    assertThat(ledger.cachedSingly()).isEqualTo(1);
    assertThat(ledger.computed()).isEqualTo(1);
    assertThat(ledger.oneOfEachRow()).hasSize(4);
  }

  @Test
  void findsAVersionThatHadBeenReplaced() {
    exchange(201, answer(1, "v1", "21:00", 50, true));
    assertThat(ledger.wrong()).isEqualTo(1);
    assertThat(ledger.complaints().getFirst()).contains("unassigned v1");
  }

  @Test
  void findsABarThatAnotherHasFollowed() {
    exchange(201, answer(1, "v2", "20:00", 50, true));
    assertThat(ledger.wrong()).isEqualTo(1);
    assertThat(ledger.complaints().getFirst()).contains("20:00");
  }

  @Test
  void findsTwoAnswersThatNameOneRowAndDiffer() {
    exchange(150, answer(1, "v1", "20:00", 50, true), answer(1, "v2", "20:00", 50, true));
    exchange(150, answer(2, "v1", "20:00", 50, true), answer(2, "v1", "20:00", 50.01, true));
    assertThat(ledger.wrong()).isEqualTo(2);
  }

  @Test
  void countsWhatFailed() {
    ledger.accept(new Exchange(0, 0, 1, List.of(), "HTTP 503"));
    assertThat(ledger.failed()).isEqualTo(1);
    assertThat(ledger.complaints()).containsExactly("failed: HTTP 503");
  }

  private void exchange(long begun, Answer... answers) {
    ledger.accept(new Exchange(begun, begun, begun + 10, List.of(answers), null));
  }

  private static Answer answer(int row, String version, String asOf, double buy, boolean cacheHit) {
    return new Answer(new UUID(0, row), "EURUSD", version, asOf, "BUY", 10, 20, buy, cacheHit);
  }
}
