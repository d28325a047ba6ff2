package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.api.marketdata.ImportReport;
import com.aicashevolution.api.marketdata.ImportResult;
import com.aicashevolution.api.marketdata.QualityReport;
import com.aicashevolution.api.marketdata.RowCounts;
import com.aicashevolution.platform.json.DomainJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints how an import ended. */
final class ImportPrinter {

  private final PrintWriter out;

  ImportPrinter(PrintWriter out) {
    this.out = out;
  }

  void json(ImportResult result) throws JsonProcessingException {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    switch (result) {
      case ImportResult.Imported(ImportReport report) -> {
        document.put("status", "imported");
        document.put("report", report);
      }
      case ImportResult.Refused(String sentence, ImportReport report) -> {
        document.put("status", "refused");
        document.put("message", sentence);
        document.put("report", report);
      }
    }
    out.println(
        DomainJson.newMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    out.flush();
  }

  void text(ImportResult result) {
    switch (result) {
      case ImportResult.Imported(ImportReport report) -> {
        details(report);
        if (report.written() != null) {
          written(report, report.written());
        }
      }
      case ImportResult.Refused(String sentence, ImportReport report) -> {
        if (report != null) {
          details(report);
        }
        out.println("refused: " + sentence);
      }
    }
    out.flush();
  }

  private void written(ImportReport report, ImportReport.Written written) {
    if (written.simulatedDeleted() > 0) {
      out.printf(
          "deleted: %,d SIMULATED candles of %s, which are never mixed with real ones%n",
          written.simulatedDeleted(), report.symbol());
    }
    out.printf(
        "imported: %,d new, %,d corrected, %,d unchanged candles, %,.0f rows/s%n",
        written.candles().inserted(),
        written.candles().corrected(),
        written.candles().unchanged(),
        report.rowsPerSecond());
  }

  private void details(ImportReport report) {
    out.printf(
        "%s: %s %s, format %s, clock %s, side %s, point scale %s%n",
        report.file(),
        report.symbol(),
        report.timeframe(),
        report.format().wireName(),
        report.reading().clock(),
        report.reading().side(),
        report.reading().pointScale());
    if (report.reading().clockFit().weekends() > 0) {
      out.printf(
          "clock: %d of %d weekends close and open on time%n",
          report.reading().clockFit().fitting(), report.reading().clockFit().weekends());
    }
    report.reading().notes().forEach(note -> out.println("note: " + note));
    rows(report.rows());
    quality(report.quality());
  }

  private void rows(RowCounts rows) {
    out.printf(
        "rows: %,d, bad %,d (backward in time %,d), duplicates %,d, incomplete %,d,"
            + " fillers in closed hours %,d, spread assumed %,d%n",
        rows.rows(),
        rows.bad(),
        rows.backward(),
        rows.duplicates(),
        rows.incomplete(),
        rows.closedHourFillers(),
        rows.spreadsAssumed());
    rows.problems().forEach(problem -> out.println("  bad: " + problem));
  }

  private void quality(QualityReport quality) {
    out.printf("candles: %,d from %s to %s%n", quality.candles(), quality.first(), quality.last());
    out.printf(
        "quality: gaps %,d (%,d candles missing), zero volume %,d, flat runs %,d (longest %,d),"
            + " in closed hours %,d, jumps %,d%n",
        quality.gaps(),
        quality.missingCandles(),
        quality.zeroVolume(),
        quality.flatRuns(),
        quality.longestFlatRun(),
        quality.closedHours(),
        quality.jumps());
    if (quality.longestGap() != null) {
      out.printf(
          "  longest gap: %s to %s%n", quality.longestGap().from(), quality.longestGap().to());
    }
    if (quality.firstJump() != null) {
      out.println("  first jump: " + quality.firstJump());
    }
  }
}
