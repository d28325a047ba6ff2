/**
 * Prometheus and Grafana beside the local stack, and the dashboards they show.
 *
 * <p>Dashboards are written as panels in {@code monitoring/grafana/panels}: a title, a query, a
 * unit. Grafana's own JSON is made from them and committed beside, and a test holds the two
 * together.
 */
@NullMarked
package com.aicashevolution.localstack.monitoring;

import org.jspecify.annotations.NullMarked;
