package com.aicashevolution.localstack.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the answers of {@code /predict} and {@code /batch-predict}. Thread-safe. */
final class AnswerReader {
  private final JsonFactory json = new JsonFactory();

  /** Versions, symbols and times are few and their answers many. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * All answers in a document, in their order.
   *
   * @throws IOException naming the field that an answer lacks
   */
  List<Answer> read(byte[] body) throws IOException {
    List<Answer> answers = new ArrayList<>(1);
    Map<String, String> fields = new HashMap<>();
    int answerDepth = Integer.MAX_VALUE;
    int depth = 0;
    try (JsonParser parser = json.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
          depth++;
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
          if (depth == answerDepth) {
            answers.add(answer(fields));
            fields.clear();
            answerDepth = Integer.MAX_VALUE;
          }
          depth--;
        } else if (token.isScalarValue()) {
          String name = parser.currentName();
          if (name != null) {
            if (name.equals("prediction_id")) {
              answerDepth = depth;
            }
            fields.put(name, parser.getText());
          }
        }
      }
    }
    return answers;
  }

  private Answer answer(Map<String, String> fields) throws IOException {
    return new Answer(
        UUID.fromString(text(fields, "prediction_id")),
        shared(text(fields, "symbol")),
        shared(text(fields, "model_version")),
        shared(text(fields, "as_of")),
        shared(text(fields, "direction")),
        Double.parseDouble(text(fields, "SELL")),
        Double.parseDouble(text(fields, "HOLD")),
        Double.parseDouble(text(fields, "BUY")),
        Boolean.parseBoolean(text(fields, "cache_hit")));
  }

  private String shared(String text) {
    return known.computeIfAbsent(text, same -> same);
  }

  private static String text(Map<String, String> fields, String name) throws IOException {
    @Nullable String value = fields.get(name);
    if (value == null) {
      throw new IOException("an answer lacks " + name);
    }
    return value;
  }
}
