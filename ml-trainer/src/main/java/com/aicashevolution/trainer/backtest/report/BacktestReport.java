package com.aicashevolution.trainer.backtest.report;

import com.aicashevolution.platform.json.DomainJson;
import com.aicashevolution.trainer.backtest.BacktestResult;
import com.aicashevolution.trainer.backtest.BacktestSummary;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the files of a backtest. Thread-safe. */
public final class BacktestReport {

  private static final Logger LOG = LoggerFactory.getLogger(BacktestReport.class);

  private final JsonMapper json = DomainJson.newMapper();
  private final EquityPainter painter;

  public BacktestReport(EquityPainter painter) {
    this.painter = painter;
  }

  /** Every file but those this machine cannot make, which the log names. */
  public Map<ReportFile, byte[]> files(BacktestResult result) {
    Map<ReportFile, byte[]> files = new EnumMap<>(ReportFile.class);
    files.put(ReportFile.REPORT, utf8(new HtmlReport(result).page()));
    files.put(ReportFile.TRADES, utf8(TradesCsv.of(result)));
    files.put(ReportFile.RESULT, utf8(json(result.summary())));
    try {
      files.put(ReportFile.EQUITY, painter.paint(result));
    } catch (IOException e) {
      LOG.warn(
          "event=backtest_picture_failed backtest_id={} error={}",
          result.summary().setting().backtestId(),
          e.toString());
    }
    return files;
  }

  /** The figures as JSON. */
  public String json(BacktestSummary summary) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(summary);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary is always JSON", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
