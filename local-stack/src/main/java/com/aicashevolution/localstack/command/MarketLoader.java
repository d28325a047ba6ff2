package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.JarTool;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fills an empty store with the simulated market. */
final class MarketLoader {
  private static final int SYMBOLS = 26;

  private final LocalStack stack;
  private final Terminal terminal;

  MarketLoader(LocalStack stack, Terminal terminal) {
    this.stack = stack;
    this.terminal = terminal;
  }

  boolean isEmpty() throws SQLException {
    return count("select count(*) from (select 1 from market_candles limit 1) as any_candle") == 0;
  }

  void simulate(StackChoices choices) throws SQLException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "simulate",
                "--days",
                Integer.toString(choices.days()),
                "--seed",
                Long.toString(choices.seed())));
    if (choices.randomWalk()) {
      arguments.add("--random-walk");
    }
    Path log = stack.layout().logs().resolve("simulate.log");
    Process process = new JarTool(stack).start(arguments, log);
    try (Progress progress = terminal.progress("candles", SYMBOLS, "symbols")) {
      while (process.isAlive()) {
        progress.update((double) count("select count(distinct symbol) from market_candles"), "");
        if (process.waitFor(300, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
      if (process.exitValue() == 0) {
        long candles = count("select count(*) from market_candles");
        progress.update(SYMBOLS, "%,d candles".formatted(candles));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new StackFailure(
          "The simulated market could not be loaded; the last lines of %s:%n%s"
              .formatted(log, ChildProcess.tail(log, 8)));
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection = stack.engines().database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
