package com.aicashevolution.platform.journal.jdbc;

import com.aicashevolution.platform.journal.JournalEntry;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries turned into one array per column: a batch is one statement, whatever its size.
 *
 * @param entries of the batch
 */
record JournalColumns(List<JournalEntry> entries) {

  /**
   * In the select list the arrays are walked in step, row by row; as a table in the from clause
   * each of the twenty-four would be stored away whole before the first row.
   */
  static final String INSERT =
      """
      insert into ml_predictions (prediction_id, created_at, symbol, timeframe, as_of, line,
             model_version, variant, schema_hash, weights_version, input, input_kind, imputed,
             p_sell, p_hold, p_buy, direction, confidence, recommendation, simulated, request_id,
             user_id, latency_micros, weight_factor)
      select unnest(?)::uuid, unnest(?)::timestamptz, unnest(?), unnest(?),
             unnest(?)::timestamptz, unnest(?),
             unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
             string_to_array(unnest(?), ','),
             unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
             unnest(?), unnest(?), unnest(?)
      on conflict do nothing
      """;

  /** In the order of {@link #INSERT}. */
  List<Object> parameters() {
    byte[][] inputs =
        entries.stream().map(entry -> WindowBits.write(entry.window())).toArray(byte[][]::new);
    return List.of(
        texts(entry -> entry.predictionId().toString()),
        texts(entry -> entry.createdAt().toString()),
        texts(entry -> entry.symbol().code()),
        texts(entry -> entry.timeframe().name()),
        texts(entry -> entry.asOf().toString()),
        texts(entry -> entry.line().name()),
        texts(entry -> entry.modelVersion().value()),
        texts(JournalEntry::variant),
        texts(JournalEntry::schemaHash),
        texts(JournalEntry::weightsVersion),
        inputs,
        texts(JournalEntry::inputKind),
        texts(entry -> String.join(",", entry.imputed())),
        floats(entry -> entry.probabilities().sell()),
        floats(entry -> entry.probabilities().hold()),
        floats(entry -> entry.probabilities().buy()),
        texts(entry -> entry.direction().name()),
        entries.stream().mapToDouble(JournalEntry::confidence).toArray(),
        texts(JournalEntry::recommendation),
        flags(),
        texts(JournalEntry::requestId),
        texts(JournalEntry::userId),
        entries.stream().mapToLong(JournalEntry::latencyMicros).toArray(),
        entries.stream().mapToDouble(JournalEntry::weightFactor).toArray());
  }

  private @Nullable String[] texts(Function<JournalEntry, @Nullable String> column) {
    return entries.stream().map(column).toArray(String[]::new);
  }

  private float[] floats(ToDoubleFunction<JournalEntry> column) {
    float[] values = new float[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) column.applyAsDouble(entries.get(i));
    }
    return values;
  }

  private boolean[] flags() {
    boolean[] values = new boolean[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = entries.get(i).simulated();
    }
    return values;
  }
}
