package com.aicashevolution.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.trainer.runs.TrainingProperties.Data;
import com.aicashevolution.trainer.runs.TrainingProperties.Network;
import com.aicashevolution.trainer.runs.TrainingProperties.Optimiser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TrainingPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(TrainingProperties.class)
  static class Bound {}

  @Test
  void hasItsDefaults() {
    context.run(
        it ->
            assertThat(it.getBean(TrainingProperties.class))
                .isEqualTo(
                    new TrainingProperties(
                        20_261_101,
                        4,
                        3,
                        0,
                        new Network(List.of(64, 32), 16, 0.1, false),
                        new Optimiser(0.002, 0.00001, 256, 12, 3, 0.5, true),
                        new Data(0.15, 0.25, 0, 40_000, 6, 1.5))));
  }

  @Test
  void readsEveryKey() {
    context
        .withPropertyValues(
            "ml.training.seed=1",
            "ml.training.folds=5",
            "ml.training.seeds=3",
            "ml.training.parallelism=4",
            "ml.training.network.lstm-units=12,8",
            "ml.training.network.dense-units=5",
            "ml.training.network.dropout=0.2",
            "ml.training.network.batch-norm=true",
            "ml.training.optimiser.learning-rate=0.01",
            "ml.training.optimiser.l2=0",
            "ml.training.optimiser.batch-size=128",
            "ml.training.optimiser.max-epochs=8",
            "ml.training.optimiser.patience-epochs=2",
            "ml.training.optimiser.class-weight-power=1",
            "ml.training.optimiser.uniqueness-weights=false",
            "ml.training.data.holdout-share=0.3",
            "ml.training.data.max-train-blocks=7",
            "ml.training.data.validation-share=0.2",
            "ml.training.data.max-train-samples=1000",
            "ml.training.data.horizon-bars=12",
            "ml.training.data.barrier-atr=2")
        .run(
            it ->
                assertThat(it.getBean(TrainingProperties.class))
                    .isEqualTo(
                        new TrainingProperties(
                            1,
                            5,
                            3,
                            4,
                            new Network(List.of(12, 8), 5, 0.2, true),
                            new Optimiser(0.01, 0, 128, 8, 2, 1, false),
                            new Data(0.3, 0.2, 7, 1000, 12, 2))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml.training.seed=-1 | on field 'seed': rejected value [-1]",
        "ml.training.seeds=17 | on field 'seeds': rejected value [17]",
        "ml.training.parallelism=257 | on field 'parallelism': rejected value [257]",
        "ml.training.network.lstm-units=0,8 | rejected value [0]",
        "ml.training.network.dropout=0.91 | on field 'network.dropout': rejected value [0.91]",
        "ml.training.optimiser.learning-rate=0 | on field 'optimiser.learningRate': rejected value [0.0]",
        "ml.training.optimiser.batch-size=8193 | on field 'optimiser.batchSize': rejected value [8193]",
        "ml.training.optimiser.max-epochs=0 | on field 'optimiser.maxEpochs': rejected value [0]",
        "ml.training.folds=0 | on field 'folds': rejected value [0]",
        "ml.training.data.holdout-share=0.51 | on field 'data.holdoutShare': rejected value [0.51]",
        "ml.training.data.max-train-blocks=-1 | on field 'data.maxTrainBlocks': rejected value [-1]",
        "ml.training.data.validation-share=0.01 | on field 'data.validationShare': rejected value [0.01]",
        "ml.training.data.horizon-bars=0 | on field 'data.horizonBars': rejected value [0]",
        "ml.training.data.barrier-atr=NaN | on field 'data.barrierAtr': rejected value [NaN]",
        "ml.training.epochs=1 | [ml.training.epochs] were left unbound"
      })
  void refusesWhatIsOutOfBoundsAndSaysWhat(String setting, String sentence) {
    context
        .withPropertyValues(setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(sentence));
  }
}
