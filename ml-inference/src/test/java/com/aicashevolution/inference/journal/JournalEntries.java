package com.aicashevolution.inference.journal;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Entries to write in tests; entry {@code n} is always the same one. */
public final class JournalEntries {

  private JournalEntries() {}

  public static JournalEntry entry(int n) {
    float[] window = new float[FeatureWindow.LENGTH];
    for (int i = 0; i < window.length; i++) {
      window[i] = (float) Math.sin(n + i);
    }
    return new JournalEntry(
        new UUID(7, n),
        Instant.parse("2026-11-20T10:00:00.123456Z").plusSeconds(n),
        Symbol.of("EURUSD"),
        Timeframe.H1,
        Instant.parse("2026-11-20T09:00:00Z"),
        ModelLine.GLOBAL,
        new ModelVersion("v20261101_020000"),
        "champion",
        "5c".repeat(32),
        "default",
        0.875,
        window,
        "indicators",
        List.of("adx_value", "ema_12"),
        new Probabilities(0.25f, 0.125f, 0.625f),
        Direction.BUY,
        62.5,
        "WEAK_BUY",
        true,
        "request-" + n,
        n % 2 == 0 ? null : "trader-é-" + n,
        431);
  }

  /** Entries {@code [from, to)}. */
  public static List<JournalEntry> entries(int from, int to) {
    return IntStream.range(from, to).mapToObj(JournalEntries::entry).toList();
  }
}
