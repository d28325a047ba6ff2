package com.aicashevolution.bench.stock;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives back what it was sent. */
@RestController
class StockController {

  /** The request that the services read, field for field. */
  record Document(
      String symbol,
      @Nullable String timeframe,
      @Nullable Map<String, Double> indicators,
      @Nullable String userId) {}

  @PostMapping("/echo")
  Document echo(@RequestBody Document document) {
    return document;
  }
}
