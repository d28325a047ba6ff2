package com.aicashevolution.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BacktestPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(BacktestProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(BacktestProperties.class))
                .isEqualTo(new BacktestProperties(0.02, 1, 4, 10, 0.5, 2_000_000, 200, 10, 50)));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.backtest.slippage-atr=0.1",
            "ml.backtest.per-symbol=2",
            "ml.backtest.per-currency=3",
            "ml.backtest.total=5",
            "ml.backtest.risk-percent=1",
            "ml.backtest.max-bars=5000",
            "ml.backtest.max-fits=7",
            "ml.backtest.max-waiting=8",
            "ml.backtest.keep-files=9")
        .run(
            it ->
                assertThat(it.getBean(BacktestProperties.class))
                    .isEqualTo(new BacktestProperties(0.1, 2, 3, 5, 1, 5_000, 7, 8, 9)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.backtest.slippage-atr=-0.1 | on field 'slippageAtr': rejected value [-0.1]",
        "ml.backtest.per-symbol=0 | on field 'perSymbol': rejected value [0]",
        "ml.backtest.per-currency=0 | on field 'perCurrency': rejected value [0]",
        "ml.backtest.total=0 | on field 'total': rejected value [0]",
        "ml.backtest.risk-percent=11 | on field 'riskPercent': rejected value [11.0]",
        "ml.backtest.max-bars=999 | on field 'maxBars': rejected value [999]",
        "ml.backtest.max-fits=0 | on field 'maxFits': rejected value [0]",
        "ml.backtest.max-waiting=0 | on field 'maxWaiting': rejected value [0]",
        "ml.backtest.keep-files=0 | on field 'keepFiles': rejected value [0]",
        "ml.backtest.leverage=1 | [ml.backtest.leverage] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
