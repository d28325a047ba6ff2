package com.aicashevolution.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingScopeTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Symbol USDJPY = Symbol.of("USDJPY");
  private static final Symbol XAUUSD = Symbol.of("XAUUSD");

  @Test
  void namesTheLineThatTheSymbolsMean() {
    assertThat(TrainingScope.GLOBAL.line(List.of(EURUSD, XAUUSD), null))
        .isEqualTo(ModelLine.GLOBAL);
    assertThat(TrainingScope.CATEGORY.line(List.of(EURUSD, USDJPY), null).name())
        .isEqualTo("fx-major");
    assertThat(TrainingScope.SYMBOL.line(List.of(EURUSD, EURUSD), null).name()).isEqualTo("EURUSD");
  }

  @Test
  void takesTheLineWhereNoSymbolIsNamed() {
    ModelLine metal = new ModelLine("metal");
    assertThat(TrainingScope.CATEGORY.line(null, metal)).isEqualTo(metal);
    assertThat(TrainingScope.SYMBOL.line(null, new ModelLine("EURUSD")).name()).isEqualTo("EURUSD");
    assertRefused(TrainingScope.SYMBOL, null, metal, "symbols");
    assertRefused(TrainingScope.CATEGORY, null, ModelLine.GLOBAL, "symbols");
    assertRefused(TrainingScope.CATEGORY, null, null, "symbols");
  }

  @Test
  void refusesWhatContradictsItself() {
    assertRefused(TrainingScope.SYMBOL, List.of(EURUSD, USDJPY), null, "symbols");
    assertRefused(TrainingScope.CATEGORY, List.of(EURUSD, XAUUSD), null, "symbols");
    assertRefused(TrainingScope.SYMBOL, List.of(EURUSD), ModelLine.GLOBAL, "line");
    assertRefused(TrainingScope.GLOBAL, null, new ModelLine("metal"), "line");
  }

  private static void assertRefused(
      TrainingScope scope, @Nullable List<Symbol> symbols, @Nullable ModelLine line, String field) {
    assertThatThrownBy(() -> scope.line(symbols, line))
        .isInstanceOfSatisfying(
            InvalidTrainingRequestException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
