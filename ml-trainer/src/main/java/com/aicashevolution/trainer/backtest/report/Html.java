package com.aicashevolution.trainer.backtest.report;

import java.util.List;
import java.util.Locale;

/** Pieces of a page. */
final class Html {

  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A table; the first column is text, the others are figures. */
  static String table(List<String> headings, List<List<String>> rows) {
    StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
    for (String heading : headings) {
      table.append("<th>").append(escaped(heading)).append("</th>");
    }
    table.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      table.append("<tr>");
      for (int column = 0; column < row.size(); column++) {
        String tag = column == 0 ? "th" : "td";
        String cell = row.get(column);
        String style = column > 0 && cell.startsWith("−") ? " class=\"loss\"" : "";
        table.append("<%s%s>%s</%s>".formatted(tag, style, escaped(cell), tag));
      }
      table.append("</tr>\n");
    }
    return table.append("</tbody></table></div>\n").toString();
  }

  /** With a true minus sign, so that columns of figures read well. */
  static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean zero = text.matches("-[0.,]+");
    return zero ? text.substring(1) : text.replace('-', '−');
  }

  static String percent(double value) {
    return number(value, 2) + " %";
  }
}
