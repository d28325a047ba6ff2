package com.aicashevolution.api;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A journal in memory that can be lost. */
public final class FakeJournal implements PredictionJournal {

  private final Lost connection = new Lost();
  private final List<JournalEntry> entries = new ArrayList<>();

  public Lost connection() {
    return connection;
  }

  public void clear() {
    entries.clear();
    connection.find();
  }

  /** A BUY of 83.21 % for {@code symbol}. */
  public static JournalEntry buy(String symbol, String asOf, String createdAt) {
    float[] window = new float[FeatureWindow.LENGTH];
    for (int i = 0; i < window.length; i++) {
      window[i] = i / 7f;
    }
    return new JournalEntry(
        UUID.nameUUIDFromBytes(
            (symbol + createdAt).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Instant.parse(createdAt),
        Symbol.of(symbol),
        Timeframe.H1,
        Instant.parse(asOf),
        ModelLine.GLOBAL,
        new ModelVersion("v20261115_020000"),
        "champion",
        "schema",
        "neutral",
        1.0,
        window,
        "indicators",
        List.of("vwap"),
        new Probabilities(0.1f, 0.0679f, 0.8321f),
        Direction.BUY,
        83.21,
        "STRONG_BUY",
        true,
        "request-1",
        "alice",
        1_234);
  }

  @Override
  public void append(List<JournalEntry> added) {
    entries.addAll(added);
  }

  @Override
  public Optional<JournalEntry> find(UUID predictionId) {
    connection.check();
    return entries.stream().filter(e -> e.predictionId().equals(predictionId)).findFirst();
  }

  @Override
  public List<JournalEntry> latestPerSymbol(Timeframe timeframe) {
    connection.check();
    return entries.stream().filter(e -> e.timeframe() == timeframe).toList();
  }
}
