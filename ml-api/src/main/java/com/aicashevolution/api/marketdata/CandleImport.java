package com.aicashevolution.api.marketdata;

import com.aicashevolution.platform.candles.CandleStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file of candles: understands it, checks every row, and only then writes. Where writing
 * breaks half-way, importing the file again completes it: the store takes a candle twice as once.
 * Thread-safe.
 */
public final class CandleImport {

  private final BarFiles files;
  private final CandleStore store;
  private final SimulatedCandles simulated;
  private final Clock clock;

  public CandleImport(BarFiles files, CandleStore store, SimulatedCandles simulated, Clock clock) {
    this.files = files;
    this.store = store;
    this.simulated = simulated;
    this.clock = clock;
  }

  /**
   * Runs an import.
   *
   * @throws IOException if the file cannot be read
   */
  public ImportResult run(ImportRequest request, ImportProgress progress) throws IOException {
    return switch (files.open(request.file(), request.format())) {
      case BarFiles.Opening.Refused(String sentence) -> new ImportResult.Refused(sentence, null);
      case BarFiles.Opening.Opened(BarFile file) ->
          new Run(request, file, progress, clock.instant()).survey();
    };
  }

  /** One import. */
  private final class Run {

    private final ImportRequest request;
    private final BarFile file;
    private final ImportProgress progress;
    private final Instant started;

    Run(ImportRequest request, BarFile file, ImportProgress progress, Instant started) {
      this.request = request;
      this.file = file;
      this.progress = progress;
      this.started = started;
    }

    ImportResult survey() throws IOException {
      FileSurvey survey = new FileSurvey(file, request);
      file.read(new Watched(survey, progress, ImportProgress.Step.SURVEY, 0));
      return switch (survey.outcome()) {
        case FileSurvey.Outcome.Refused(String sentence) ->
            new ImportResult.Refused(sentence, null);
        case FileSurvey.Outcome.Understood(FileReading reading) -> check(reading);
      };
    }

    private ImportResult check(FileReading reading) throws IOException {
      QualityCheck quality = new QualityCheck(request.symbol(), request.timeframe());
      CandleReader reader = new CandleReader(request, reading, started, quality);
      file.read(new Watched(reader, progress, ImportProgress.Step.CHECK, 0));
      RowCounts rows = reader.end();
      ImportReport report = report(reading, rows, quality.report(), null);
      if (rows.bad() > 0 && !request.skipBad()) {
        return new ImportResult.Refused(
            "%d of %d rows are bad, nothing was imported; the first: %s"
                .formatted(rows.bad(), rows.rows(), rows.problems().getFirst()),
            report);
      }
      if (report.quality().candles() == 0) {
        return new ImportResult.Refused(file.name() + " has no complete candle", report);
      }
      return new ImportResult.Imported(write(reading, report));
    }

    private ImportReport write(FileReading reading, ImportReport checked) throws IOException {
      long deleted = simulated.delete(request.symbol());
      String source = "import:" + file.format().wireName();
      CandleBatch batch = new CandleBatch(store, request.symbol(), request.timeframe(), source);
      CandleReader reader = new CandleReader(request, reading, started, batch);
      file.read(new Watched(reader, progress, ImportProgress.Step.WRITE, checked.rows().rows()));
      RowCounts rows = reader.end();
      ImportReport.Written written = new ImportReport.Written(batch.end(), deleted);
      return report(reading, rows, checked.quality(), written);
    }

    private ImportReport report(
        FileReading reading,
        RowCounts rows,
        QualityReport quality,
        ImportReport.@Nullable Written written) {
      return new ImportReport(
          file.name(),
          file.format(),
          request.symbol(),
          request.timeframe(),
          reading,
          rows,
          quality,
          written,
          Duration.between(started, clock.instant()));
    }
  }
}
