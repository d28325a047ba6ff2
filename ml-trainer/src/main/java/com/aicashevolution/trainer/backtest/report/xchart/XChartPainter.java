package com.aicashevolution.trainer.backtest.report.xchart;

import com.aicashevolution.trainer.backtest.BacktestResult;
import com.aicashevolution.trainer.backtest.BacktestSummary.Setting;
import com.aicashevolution.trainer.backtest.EquityCurve;
import com.aicashevolution.trainer.backtest.Seen;
import com.aicashevolution.trainer.backtest.report.EquityPainter;
import com.aicashevolution.trainer.backtest.report.ThinnedCurve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Equity above drawdown, {@value #WIDTH} pixels wide. Thread-safe. */
public final class XChartPainter implements EquityPainter {

  private static final int WIDTH = 1400;
  private static final int EQUITY_HEIGHT = 560;
  private static final int DRAWDOWN_HEIGHT = 300;
  private static final int BUCKETS = 600;
  private static final Color INK = new Color(0x1c2430);
  private static final Color RULE = new Color(0xdde3ea);
  private static final Color EQUITY = new Color(0x1f5fbf);
  private static final Color HELD = new Color(0xb4690e);
  private static final Color LOSS = new Color(0xb3261e);
  private static final Color SEEN = new Color(0x5d6b7c);

  @Override
  public byte[] paint(BacktestResult result) throws IOException {
    try {
      BufferedImage picture =
          new BufferedImage(WIDTH, EQUITY_HEIGHT + DRAWDOWN_HEIGHT, BufferedImage.TYPE_INT_RGB);
      Graphics2D canvas = picture.createGraphics();
      canvas.drawImage(BitmapEncoder.getBufferedImage(equity(result)), 0, 0, null);
      canvas.drawImage(BitmapEncoder.getBufferedImage(drawdown(result)), 0, EQUITY_HEIGHT, null);
      canvas.dispose();
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      return png.toByteArray();
    } catch (RuntimeException | LinkageError unable) {
      // a Java without a desktop module or a machine without fonts fails in many ways
      throw new IOException("this machine cannot paint: " + unable, unable);
    }
  }

  private static XYChart equity(BacktestResult result) {
    Setting setting = result.summary().setting();
    EquityCurve curve = result.curve();
    XYChart chart =
        chart(
            "%s%s, %s to %s%s"
                .formatted(
                    setting.simulated() ? "SIMULATED MARKET: " : "",
                    setting.modelVersion(),
                    setting.from().toString().substring(0, 10),
                    setting.to().toString().substring(0, 10),
                    key(curve, result.seen())),
            EQUITY_HEIGHT,
            "% of starting capital");
    add(chart, "buy and hold", curve, curve.heldPercent(), HELD).setLineStyle(dashed());
    add(chart, "signals", curve, curve.percent(), EQUITY);
    mark(chart, curve, result.seen());
    return chart;
  }

  private static XYChart drawdown(BacktestResult result) {
    EquityCurve curve = result.curve();
    double[] below = curve.drawdownPercent();
    for (int i = 0; i < below.length; i++) {
      below[i] = -below[i];
    }
    XYChart chart = chart("Drawdown", DRAWDOWN_HEIGHT, "%");
    chart.getStyler().setLegendVisible(false);
    add(chart, "drawdown", curve, below, LOSS);
    mark(chart, curve, result.seen());
    return chart;
  }

  private static XYChart chart(String title, int height, String unit) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(height).title(title).yAxisTitle(unit).build();
    chart
        .getStyler()
        .setLocale(Locale.ROOT)
        .setTimezone(TimeZone.getTimeZone("UTC"))
        .setDatePattern("yyyy-MM-dd")
        .setPlotGridLinesColor(RULE)
        .setLegendPosition(LegendPosition.InsideNW)
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setPlotBorderVisible(false)
        .setAnnotationLineColor(SEEN)
        .setAnnotationLineStroke(dashed())
        .setAntiAlias(true);
    return chart;
  }

  private static XYSeries add(
      XYChart chart, String name, EquityCurve curve, double[] values, Color colour) {
    List<Date> times = new ArrayList<>();
    List<Double> worth = new ArrayList<>();
    for (int i : ThinnedCurve.indices(values, BUCKETS)) {
      times.add(Date.from(curve.openTime(i)));
      worth.add(values[i]);
    }
    XYSeries series = chart.addSeries(name, times, worth);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setLineWidth(2);
    return series;
  }

  /** What the dashed lines mean, where there are any. */
  private static String key(EquityCurve curve, Seen seen) {
    String fitted = isInside(curve, seen.fittedUntil()) ? "in sample until the first line" : "";
    String examined = isInside(curve, seen.examinedUntil()) ? "holdout until the last line" : "";
    String both = fitted + (fitted.isEmpty() || examined.isEmpty() ? "" : ", ") + examined;
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  private static boolean isInside(EquityCurve curve, Instant end) {
    return end.isAfter(curve.openTime(0)) && !end.isAfter(curve.openTime(curve.size() - 1));
  }

  /** A line where what the network was fitted on ends, and one where the gate's holdout does. */
  private static void mark(XYChart chart, EquityCurve curve, Seen seen) {
    for (Instant end : List.of(seen.fittedUntil(), seen.examinedUntil())) {
      if (isInside(curve, end)) {
        chart.addAnnotation(new AnnotationLine(end.toEpochMilli(), true, false));
      }
    }
  }

  private static BasicStroke dashed() {
    return new BasicStroke(
        1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);
  }
}
