package com.aicashevolution.trainer.backtest.report;

import com.aicashevolution.trainer.backtest.EquityCurve;
import com.aicashevolution.trainer.backtest.Phase;
import com.aicashevolution.trainer.backtest.Seen;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lines over time as an SVG element whose colours are the page's. Stretches the network had seen
 * are shaded.
 */
final class SvgChart {

  private static final int WIDTH = 1000;
  private static final int LEFT = 64;
  private static final int RIGHT = 12;
  private static final int TOP = 22;
  private static final int BOTTOM = 26;
  private static final int BUCKETS = 500;
  private static final int VERTICAL_TICKS = 5;
  private static final int HORIZONTAL_TICKS = 8;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

  private final EquityCurve curve;
  private final Seen seen;
  private final int height;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String style, double[] values) {}

  SvgChart(EquityCurve curve, Seen seen, int height) {
    this.curve = curve;
    this.seen = seen;
    this.height = height;
  }

  /** Adds a line; {@code style} is a class of the page's style sheet. */
  SvgChart line(String style, double[] values) {
    lines.add(new Line(style, values));
    return this;
  }

  /** The element, with {@code title} for those who cannot see it. */
  String svg(String title) {
    Axis axis = Axis.over(lines.stream().map(Line::values).toList());
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>\n"
            .formatted(WIDTH, height, Html.escaped(title)));
    phases(svg);
    horizontalGrid(svg, axis);
    verticalGrid(svg);
    for (Line line : lines) {
      path(svg, line, axis);
    }
    return svg.append("</svg>\n").toString();
  }

  private void phases(StringBuilder svg) {
    int from = 0;
    for (Phase phase : Phase.values()) {
      int to = from;
      while (to < curve.size() && seen.of(curve.openTime(to)) == phase) {
        to++;
      }
      if (to > from && phase != Phase.OUT_OF_SAMPLE) {
        double x = x(from);
        double end = to < curve.size() ? x(to) : WIDTH - RIGHT;
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                    + "<text class=\"phase\" x=\"%.1f\" y=\"%d\">%s</text>\n",
                phase.wireName(),
                x,
                TOP,
                end - x,
                height - TOP - BOTTOM,
                x + 6,
                TOP - 7,
                phase.wireName().replace('_', ' ')));
      }
      from = to;
    }
  }

  private void horizontalGrid(StringBuilder svg, Axis axis) {
    for (double value : axis.ticks()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s %%</text>\n",
              value == 0 ? "zero" : "grid",
              LEFT,
              WIDTH - RIGHT,
              y(value, axis),
              y(value, axis),
              LEFT - 6,
              y(value, axis) + 4,
              axis.label(value)));
    }
  }

  private void verticalGrid(StringBuilder svg) {
    int ticks = Math.min(HORIZONTAL_TICKS, curve.size());
    for (int tick = 0; tick < ticks; tick++) {
      int i = ticks == 1 ? 0 : (int) ((long) (curve.size() - 1) * tick / (ticks - 1));
      String anchor = tick == 0 ? "start" : tick == ticks - 1 ? "end" : "middle";
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"tick\" text-anchor=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>\n",
              anchor,
              x(i),
              height - 8,
              DAY.format(curve.openTime(i))));
    }
  }

  private void path(StringBuilder svg, Line line, Axis axis) {
    StringBuilder d = new StringBuilder();
    for (int i : ThinnedCurve.indices(line.values(), BUCKETS)) {
      d.append(d.isEmpty() ? 'M' : 'L')
          .append(String.format(Locale.ROOT, "%.1f,%.1f", x(i), y(line.values()[i], axis)));
    }
    svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(line.style(), d));
  }

  /** By time, so that a missing month is a missing month. */
  private double x(int i) {
    Instant first = curve.openTime(0);
    double span = Math.max(1, curve.openSeconds()[curve.size() - 1] - first.getEpochSecond());
    double share = (curve.openSeconds()[i] - first.getEpochSecond()) / span;
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value, Axis axis) {
    double share = (value - axis.low()) / (axis.high() - axis.low());
    return height - BOTTOM - share * (height - TOP - BOTTOM);
  }

  /** A vertical axis with round ticks. */
  private record Axis(double low, double high, double step) {

    static Axis over(List<double[]> values) {
      double low = 0;
      double high = 0;
      for (double[] each : values) {
        low = Math.min(low, Arrays.stream(each).min().orElse(0));
        high = Math.max(high, Arrays.stream(each).max().orElse(0));
      }
      double span = high > low ? high - low : 1;
      double rough = span / VERTICAL_TICKS;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double step = 10 * power;
      for (double round : new double[] {1, 2, 5}) {
        if (round * power >= rough) {
          step = round * power;
          break;
        }
      }
      double top = Math.ceil(high / step) * step;
      double bottom = Math.floor(low / step) * step;
      return new Axis(bottom, top > bottom ? top : bottom + step, step);
    }

    double[] ticks() {
      int count = (int) Math.round((high - low) / step) + 1;
      double[] ticks = new double[count];
      for (int i = 0; i < count; i++) {
        double value = low + i * step;
        ticks[i] = Math.abs(value) < step / 2 ? 0 : value;
      }
      return ticks;
    }

    String label(double value) {
      int decimals = Math.max(0, (int) -Math.floor(Math.log10(step)));
      return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
  }
}
