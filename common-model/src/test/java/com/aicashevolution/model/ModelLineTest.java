package com.aicashevolution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLineTest {

  @ParameterizedTest
  @CsvSource({"GBPUSD,fx-major", "EURGBP,fx-cross", "XAUUSD,metal", "BTCUSD,crypto"})
  void hasItsCategoryThenTheGlobalLineBehindASymbol(String symbol, String category) {
    assertThat(new ModelLine(symbol).lessSpecific())
        .containsExactly(new ModelLine(category), ModelLine.GLOBAL);
  }

  @Test
  void hasTheGlobalLineBehindACategoryAndNobodyBehindTheGlobalLine() {
    assertThat(new ModelLine("fx-major").lessSpecific()).containsExactly(ModelLine.GLOBAL);
    assertThat(ModelLine.GLOBAL.lessSpecific()).isEmpty();
  }

  /** A line is followed by the very lines a request for its symbol would try after it. */
  @Test
  void agreesWithTheOrderInWhichASymbolAsks() {
    for (Symbol symbol : Symbol.defaults()) {
      List<ModelLine> asked = ModelLine.candidatesFor(symbol);
      for (int i = 0; i < asked.size(); i++) {
        assertThat(asked.get(i).lessSpecific()).isEqualTo(asked.subList(i + 1, asked.size()));
        assertThat(asked.get(i).covers(symbol)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Global", "fx", "eurusd", "EURUSDX"})
  void refusesOtherNames(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelLine(name))
        .withMessageContaining("was '" + name + "'");
  }
}
