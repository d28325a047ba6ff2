package com.aicashevolution.trainer.proof;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.feature.TrainFold;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Resampling;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.leak.LeakAlarm.Canary;
import com.aicashevolution.trainer.leak.TrainingPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The mistakes that everybody makes once, each planted into a path that is right otherwise. */
enum PlantedLeak {
  /** The label of the bar before is among the features; it is settled by bars to come. */
  LABEL_IN_FEATURES("label shifted into the features by one bar", Canary.FEATURES) {
    @Override
    TrainingPath into(TrainingPath path) {
      return new Altered(path) {
        @Override
        public Dataset assemble(List<CandleSeries> candles) {
          return withColumn(
              super.assemble(candles),
              samples -> {
                int[] labels = new int[samples.series().size()];
                for (int p = 0; p < samples.size(); p++) {
                  labels[samples.bars()[p]] = samples.classes()[p];
                }
                return bar -> labels[bar - 1];
              });
        }
      };
    }
  },

  SHUFFLED_SPLIT("shuffled split", Canary.ORDER) {
    @Override
    TrainingPath into(TrainingPath path) {
      return new Altered(path) {
        @Override
        public SplitResult split(Dataset dataset) {
          return CarelessSplits.shuffled(dataset, super.split(dataset));
        }
      };
    }
  },

  STANDARDIZED_ON_EVERYTHING("scaler fitted on everything", Canary.STANDARDIZER) {
    @Override
    TrainingPath into(TrainingPath path) {
      return new Altered(path) {
        @Override
        public Standardizer standardizer(Dataset dataset, Fold fold) {
          return Standardizer.fit(
              new TrainFold(
                  dataset.symbols().stream()
                      .map(SymbolSamples::matrix)
                      .map(m -> new TrainFold.Part(m, m.firstBar(), m.series().size()))
                      .toList()));
        }
      };
    }
  },

  NO_PURGE("overlapping labels without purge", Canary.PURGE) {
    @Override
    TrainingPath into(TrainingPath path) {
      return new Altered(path) {
        @Override
        public SplitResult split(Dataset dataset) {
          return CarelessSplits.withoutPurge(dataset, super.split(dataset));
        }
      };
    }
  },

  /** The four-hour bar that opens with an hour is known three hours later. */
  HIGHER_TIMEFRAME_BY_OPEN_TIME("higher timeframe merged by open time", Canary.FEATURES) {
    @Override
    TrainingPath into(TrainingPath path) {
      return new Altered(path) {
        @Override
        public Dataset assemble(List<CandleSeries> candles) {
          return withColumn(
              super.assemble(candles),
              samples -> {
                CandleSeries higher = Resampling.of(samples.series(), Timeframe.H4);
                return bar -> {
                  Instant open = Timeframe.H4.openOf(samples.series().openTime(bar));
                  int found = higher.indexOf(open);
                  return found < 0 ? 0 : 1e3 * (higher.close(found) / higher.open(found) - 1);
                };
              });
        }
      };
    }
  };

  private final String words;
  private final Canary caughtBy;

  PlantedLeak(String words, Canary caughtBy) {
    this.words = words;
    this.caughtBy = caughtBy;
  }

  /** As a person calls it. */
  String words() {
    return words;
  }

  /** The canary that is kept for it; others may sing as well. */
  Canary caughtBy() {
    return caughtBy;
  }

  /** {@code path} with this mistake in it. */
  abstract TrainingPath into(TrainingPath path);

  /** A feature that knows what it must not, bar by bar. */
  private interface Column {

    double at(int bar);
  }

  private interface ColumnOf {

    Column of(SymbolSamples samples);
  }

  private static Dataset withColumn(Dataset dataset, ColumnOf columns) {
    return new Dataset(
        dataset.timeframe(),
        dataset.label(),
        dataset.symbols().stream().map(samples -> withColumn(samples, columns)).toList(),
        dataset.simulated(),
        dataset.hash());
  }

  private static SymbolSamples withColumn(SymbolSamples samples, ColumnOf columns) {
    FeatureMatrix matrix = samples.matrix();
    Column column = columns.of(samples);
    float[] values = Arrays.copyOf(matrix.values(), matrix.values().length);
    for (int bar = matrix.firstBar(); bar < matrix.series().size(); bar++) {
      values[matrix.rowOffset(bar) + IndicatorName.PRICE_CHANGE_PCT.ordinal()] =
          (float) column.at(bar);
    }
    return samples.withMatrix(
        new FeatureMatrix(matrix.series(), matrix.firstBar(), values, matrix.atr()));
  }

  /** A path that is another in everything but what is overridden. */
  private abstract static class Altered implements TrainingPath {

    private final TrainingPath path;

    Altered(TrainingPath path) {
      this.path = path;
    }

    @Override
    public Dataset assemble(List<CandleSeries> candles) {
      return path.assemble(candles);
    }

    @Override
    public SplitResult split(Dataset dataset) {
      return path.split(dataset);
    }

    @Override
    public Standardizer standardizer(Dataset dataset, Fold fold) {
      return path.standardizer(dataset, fold);
    }
  }
}
