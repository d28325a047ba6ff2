package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.api.marketdata.BarClock;
import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.CandleImport;
import com.aicashevolution.api.marketdata.ImportRequest;
import com.aicashevolution.api.marketdata.ImportResult;
import com.aicashevolution.api.marketdata.QuoteSide;
import com.aicashevolution.api.marketdata.SimulatedCandles;
import com.aicashevolution.api.marketdata.csv.CsvBarFiles;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cli import FILE}: imports candles that another system exported. */
@Command(
    name = "import",
    description = {
      "Imports candles from a file, plain, gzip or zip.",
      "What the file does not say is found out and reported; nothing is imported where that fails,"
          + " or where a row is bad."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Callable<Integer> {

  private static final String AUTO = "auto";

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(names = "--symbol", required = true, description = "Whose candles, EURUSD say.")
  private Symbol symbol;

  @Option(
      names = "--timeframe",
      defaultValue = "H1",
      description =
          "Candles to keep: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); finer bars are put"
              + " together.")
  private Timeframe timeframe;

  @Option(
      names = "--format",
      defaultValue = AUTO,
      description =
          "auto, mt5, mt4, mt5-python, histdata-ascii, histdata-mt, dukascopy, oanda-flat, lean or"
              + " generic (${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--clock",
      defaultValue = AUTO,
      description =
          "What wrote the times: auto, utc, eet, eet-us, est, new-york, london, cet, utc+3,"
              + " Europe/Moscow, … (${DEFAULT-VALUE}).")
  private String clock;

  @Option(
      names = "--point-scale",
      defaultValue = AUTO,
      description = "Price per unit of the file, 0.00001 for points of EURUSD (${DEFAULT-VALUE}).")
  private String pointScale;

  @Option(names = "--side", description = "Which price the file quotes: bid, mid or ask.")
  private @Nullable QuoteSide side;

  @Option(names = "--skip-bad", description = "Import the good rows of a file that has bad ones.")
  private boolean skipBad;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Option(
      names = "--max-mib",
      defaultValue = "2048",
      description = "Largest file to read, unpacked (${DEFAULT-VALUE}).")
  private long maxMib;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ImportRequest request = request();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandFailedException(file + " is no file that can be read");
    }
    return CommandContext.with(context -> run(request, context));
  }

  private ImportRequest request() {
    ImportRequest.Interpretation interpretation =
        new ImportRequest.Interpretation(
            named("--clock", clock, BarClock.parse(clock)), scale(), Optional.ofNullable(side));
    return new ImportRequest(
        file,
        symbol,
        timeframe,
        named("--format", format, CandleFormat.named(format)),
        interpretation,
        skipBad);
  }

  private <T> Optional<T> named(String option, String text, Optional<T> value) {
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    if (value.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), option + ": there is no '" + text + "'; see --help");
    }
    return value;
  }

  private OptionalDouble scale() {
    if (pointScale.equals(AUTO)) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(pointScale);
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new ParameterException(
        spec.commandLine(), "--point-scale must be a number > 0 or auto, was '" + pointScale + "'");
  }

  private int run(ImportRequest request, ConfigurableApplicationContext context)
      throws IOException {
    Clock time = context.getBean(Clock.class);
    CandleImport imports =
        new CandleImport(
            new CsvBarFiles(maxMib << 20),
            context.getBean(CandleStore.class),
            context.getBean(SimulatedCandles.class),
            time);
    ProgressLines progress = new ProgressLines(spec.commandLine().getErr(), time);
    ImportResult result = imports.run(request, progress);
    ImportPrinter printer = new ImportPrinter(spec.commandLine().getOut());
    if (json) {
      printer.json(result);
    } else {
      printer.text(result);
    }
    return result instanceof ImportResult.Imported ? 0 : 1;
  }
}
