package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.api.marketdata.MarketDataProperties;
import com.aicashevolution.api.marketdata.simulated.MarketKind;
import com.aicashevolution.api.marketdata.simulated.MarketLoader;
import com.aicashevolution.api.marketdata.simulated.MarketRegister;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.PlantedEdge;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cli simulate}: loads the history of a simulated market. */
@Command(
    name = "simulate",
    description = "Loads a market that does not exist: SIMULATED candles, for trying things out.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--symbols",
      split = ",",
      paramLabel = "EURUSD,…",
      description = "Symbols to simulate; those of SYMBOLS unless said.")
  private @Nullable List<Symbol> symbols;

  @Option(
      names = "--days",
      defaultValue = "730",
      description = "Days of history, back from now (${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--seed",
      description =
          "Which market; the same seed gives the same candles. SIMULATION_SEED unless said, else 1.")
  private @Nullable Long seed;

  @Option(
      names = "--random-walk",
      description = "A market in which there is nothing to find, instead of one with regimes.")
  private boolean randomWalk;

  @Option(
      names = "--replace",
      description = "Delete another simulated market first, with all its candles.")
  private boolean replace;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return CommandContext.with(this::simulate);
  }

  private int simulate(ConfigurableApplicationContext context) throws CommandFailedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Symbol> wanted =
        symbols == null ? context.getBean(TradedSymbols.class).symbols() : symbols;
    if (days < 1) {
      throw new CommandFailedException("--days must be >= 1, was " + days);
    }
    MarketLoader loader =
        new MarketLoader(
            context.getBean(CandleStore.class),
            context.getBean(MarketRegister.class),
            context.getBean(Clock.class));
    MarketKind kind = randomWalk ? MarketKind.RANDOM_WALK : MarketKind.REGIMES;
    int[] done = new int[1];
    MarketLoader.Result result =
        loader.load(
            kind,
            seed == null
                ? context.getBean(MarketDataProperties.class).simulationSeed()
                : seed.longValue(),
            replace,
            new MarketLoader.History(wanted, days),
            loaded -> {
              done[0]++;
              out.printf(
                  "SIMULATED %s: %,d candles (%d of %d symbols)%n",
                  loaded.symbol(), loaded.candles(), done[0], wanted.size());
              out.flush();
            });
    return switch (result) {
      case MarketLoader.Result.Refused(String sentence) ->
          throw new CommandFailedException(sentence);
      case MarketLoader.Result.Loaded loaded -> {
        report(out, loaded);
        yield 0;
      }
    };
  }

  private static void report(PrintWriter out, MarketLoader.Result.Loaded loaded) {
    PlantedEdge edge = loaded.market().edge();
    out.printf("SIMULATED %,d candles of %s are stored.%n", loaded.candles(), loaded.market());
    out.printf(
        "Planted: accuracy %.3f ± %.3f can be reached, %.3f of it by knowing the volatility alone;"
            + " the most frequent answer is right in %.3f of the cases.%n",
        edge.reachableAccuracy(),
        edge.standardError(),
        edge.volatilityAccuracy(),
        edge.majorityShare());
    out.flush();
  }
}
