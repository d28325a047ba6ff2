package com.aicashevolution.platform.observability.web;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The process and its machine, for people who have no Prometheus at hand. */
final class SystemMetrics {

  private SystemMetrics() {}

  static Map<String, @Nullable Object> now() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
    fields.put("heap_used_bytes", heap.getUsed());
    fields.put("heap_max_bytes", heap.getMax());
    fields.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
    fields.put("processors", Runtime.getRuntime().availableProcessors());
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    fields.put("system_load_average", load < 0 ? null : Math.round(load * 100) / 100.0);
    return fields;
  }
}
