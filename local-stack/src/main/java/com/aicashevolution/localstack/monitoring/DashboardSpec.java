package com.aicashevolution.localstack.monitoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as a person writes it.
 *
 * @param uid stable name in URLs
 * @param rows from top to bottom
 */
record DashboardSpec(String uid, String title, List<Row> rows) {

  /** Panels under a heading. */
  record Row(String title, List<Panel> panels) {}

  /**
   * One picture.
   *
   * @param type {@code timeseries} or {@code stat}
   * @param unit Grafana's unit id
   * @param width of 24
   * @param expr the query, where there is one
   * @param legend its label; Grafana's template syntax
   * @param series the queries, where there are several
   * @param thresholds colour to the value it begins at
   * @param note what a reader should know
   */
  record Panel(
      String title,
      String type,
      String unit,
      int width,
      @Nullable String expr,
      @Nullable String legend,
      @Nullable List<Series> series,
      @Nullable Map<String, Double> thresholds,
      @Nullable String note) {

    List<Series> queries() {
      if (series != null) {
        return series;
      }
      if (expr == null) {
        throw new IllegalArgumentException("panel '" + title + "' has neither expr nor series");
      }
      return List.of(new Series(expr, legend));
    }
  }

  /** A query and its label. */
  record Series(String expr, @Nullable String legend) {}
}
