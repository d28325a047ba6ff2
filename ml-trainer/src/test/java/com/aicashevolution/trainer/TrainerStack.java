package com.aicashevolution.trainer;

import com.aicashevolution.localstack.TestBucket;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A trainer's surroundings in tests: a database and a bucket of its own, a small network. */
final class TrainerStack {

  static final String KEY = "a-service-key-of-more-than-thirty-two-characters";
  static final Instant TO = Instant.parse("2026-11-20T00:00:00Z");

  private TrainerStack() {}

  /**
   * Starts a trainer.
   *
   * @param more further settings, {@code --name=value}
   */
  static ConfigurableApplicationContext start(
      TestDatabase database, TestBucket bucket, String... more) {
    return start(database, bucket, Clock.systemUTC(), more);
  }

  /** Starts a trainer that lives at the time of {@code clock}. */
  static ConfigurableApplicationContext start(
      TestDatabase database, TestBucket bucket, Clock clock, String... more) {
    return new SpringApplicationBuilder(TrainerApplication.class)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean("clock", Clock.class, () -> clock))
        .run(settings(database, bucket, more).toArray(String[]::new));
  }

  /** What {@link #start} passes on, for a process of its own. */
  static List<String> settings(TestDatabase database, TestBucket bucket, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--ml.database.url=" + database.databaseUrl(),
                "--ml.security.service-key=" + KEY,
                "--ml.artifact.use-s3-storage=true",
                "--ml.artifact.bucket=" + bucket.bucket(),
                "--ml.artifact.endpoint=" + bucket.endpoint(),
                "--ml.artifact.region=" + bucket.region(),
                "--ml.artifact.access-key-id=" + bucket.accessKey(),
                "--ml.artifact.secret-access-key=" + bucket.secretKey(),
                "--ml.training.network.lstm-units=12,8",
                "--ml.training.network.dense-units=8",
                "--ml.training.network.dropout=0",
                "--ml.training.optimiser.learning-rate=0.01",
                "--ml.training.optimiser.batch-size=64",
                "--ml.training.optimiser.max-epochs=8",
                "--ml.training.folds=2",
                "--ml.training.seeds=2",
                "--ml.schedule.automatic=false",
                "--ml.schedule.poll-interval=200ms"));
    settings.addAll(List.of(more));
    return settings;
  }

  /** Fills the store with {@code days} of the given market. */
  static void simulate(CandleStore store, SimulationSpec spec, int days, List<String> symbols) {
    SimulatedMarket market = new SimulatedMarket(spec);
    for (String code : symbols) {
      CandleSeries series = market.candles(Symbol.of(code), TO.minus(Duration.ofDays(days)), TO);
      List<Candle> candles = new ArrayList<>(series.size());
      for (int i = 0; i < series.size(); i++) {
        candles.add(series.candle(i));
      }
      store.upsert(series.symbol(), Timeframe.H1, SimulatedMarket.SOURCE, candles);
    }
  }
}
