package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Training and serving compute the same features: SHA-256 over the raw bits of the 340 floats of a
 * window, from the trainer's data set and from the path that answers requests.
 */
final class ParityClaim implements Claim {
  private static final int PAIRS = 10_000;
  private static final int BATCH = 500;
  private static final long SEED = 20261101;

  private record Bar(String symbol, String openTime) {}

  @Override
  public String name() {
    return "parity";
  }

  @Override
  public String statement() {
    return "Trainer and inference compute bit-identical feature windows.";
  }

  @Override
  public String goal() {
    return "10,000 of 10,000 equal";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    List<Bar> bars = sample(scene);
    int equal = 0;
    List<String> differing = new ArrayList<>();
    try (Progress progress = scene.terminal().progress("windows", bars.size(), "pairs")) {
      for (int from = 0; from < bars.size(); from += BATCH) {
        List<Bar> batch = bars.subList(from, Math.min(from + BATCH, bars.size()));
        Map<Bar, String> trained = digests(scene.trainer(), batch);
        Map<Bar, String> served = digests(scene.inference(), batch);
        for (Bar bar : batch) {
          String digest = trained.get(bar);
          if (digest != null && digest.equals(served.get(bar))) {
            equal++;
          } else {
            differing.add(bar.symbol() + " " + bar.openTime());
          }
        }
        progress.update(from + batch.size(), "");
      }
    }
    String detail =
        differing.isEmpty()
            ? "windows of 20 × 17 floats, compared by SHA-256 of their bits"
            : "differing: "
                + String.join(", ", differing.subList(0, Math.min(5, differing.size())));
    return new Finding(
        "%,d of %,d equal".formatted(equal, bars.size()),
        equal == bars.size() && bars.size() == PAIRS,
        detail);
  }

  /** Bars that have the history a window needs, drawn over all symbols. */
  private static List<Bar> sample(Scene scene) {
    List<Bar> candidates = new ArrayList<>();
    for (JsonNode signal : scene.api().get("/signals").path("signals")) {
      String symbol = signal.path("symbol").asText();
      JsonNode candles = scene.api().get("/candles/" + symbol + "?timeframe=H1&limit=1500");
      List<String> times = new ArrayList<>();
      candles.path("candles").forEach(candle -> times.add(candle.path("open_time").asText()));
      times.sort(null);
      times.stream().skip(HISTORY_BARS).forEach(time -> candidates.add(new Bar(symbol, time)));
    }
    if (candidates.size() < PAIRS) {
      throw new StackFailure(
          "Only %,d bars with enough history are stored; %,d are needed."
              .formatted(candidates.size(), PAIRS));
    }
    java.util.Collections.shuffle(candidates, new Random(SEED));
    return List.copyOf(candidates.subList(0, PAIRS));
  }

  /** The last 400 candles make a feature row, and a window has 20 of them. */
  private static final int HISTORY_BARS = 420;

  private static Map<Bar, String> digests(ApiClient service, List<Bar> bars) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("timeframe", "H1");
    ArrayNode wanted = request.putArray("bars");
    bars.forEach(
        bar -> wanted.addObject().put("symbol", bar.symbol()).put("open_time", bar.openTime()));
    Map<Bar, String> digests = new HashMap<>();
    for (JsonNode digest : service.post("/features/digests", request).path("digests")) {
      if (!digest.hasNonNull("sha256")) {
        continue;
      }
      digests.put(
          new Bar(digest.path("symbol").asText(), digest.path("open_time").asText()),
          digest.path("sha256").asText());
    }
    return digests;
  }
}
