package com.aicashevolution.localstack.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsItsColumnsAndTrimsItsLines() {
    Table table = new Table("symbol", "signal", "");
    table.row("EURUSD", "BUY", "SIMULATED").row("X", "HOLD", "");
    assertThat(table.toString().lines())
        .containsExactly("  symbol  signal", "  EURUSD  BUY     SIMULATED", "  X       HOLD");
  }

  @Test
  void refusesARowOfAnotherLength() {
    Table table = new Table("a", "b");
    assertThatThrownBy(() -> table.row("1")).hasMessage("a row needs 2 cells, got 1");
  }
}
