package com.aicashevolution.platform.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TradedSymbolsTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(TradedSymbols.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(TradedSymbols.class))
                .isEqualTo(new TradedSymbols(Symbol.defaults())));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues("ml.market.symbols=XAUUSD,EURUSD")
        .run(
            it ->
                assertThat(it.getBean(TradedSymbols.class))
                    .isEqualTo(
                        new TradedSymbols(List.of(Symbol.of("XAUUSD"), Symbol.of("EURUSD")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.market.symbols=EURUSD;GBPUSD | was 'EURUSD;GBPUSD'",
        "ml.market.symbols=EURUSD,eurgbp | was 'eurgbp'",
        "ml.market.symbol=1 | [ml.market.symbol] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
