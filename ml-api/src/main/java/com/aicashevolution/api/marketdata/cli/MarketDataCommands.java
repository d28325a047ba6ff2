package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.market.Symbol;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.TypeConversionException;

/** The commands about the database: its candles and its schema. */
@Command(
    name = "cli",
    description = "Works on the database that DATABASE_URL names.",
    mixinStandardHelpOptions = true,
    subcommands = {ImportCommand.class, SimulateCommand.class, MigrateCommand.class})
public final class MarketDataCommands {

  /** First argument of the jar that asks for a command instead of the service. */
  public static final String WORD = "cli";

  private MarketDataCommands() {}

  /** Runs a command; returns 0 if it did its work, 1 if it could not, 2 if it was misspelt. */
  public static int run(String... arguments) {
    IExecutionExceptionHandler failed =
        (exception, command, parsed) -> {
          if (exception instanceof CommandFailedException || exception instanceof IOException) {
            command.getErr().println(exception.getMessage());
            return 1;
          }
          throw exception;
        };
    return new CommandLine(new MarketDataCommands())
        .registerConverter(Symbol.class, MarketDataCommands::symbol)
        .setExecutionExceptionHandler(failed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static Symbol symbol(String text) {
    try {
      return Symbol.of(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
