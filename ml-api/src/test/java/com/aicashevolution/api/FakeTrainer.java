package com.aicashevolution.api;

import com.aicashevolution.api.gateway.Trainer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what it is asked and answers as told. */
public final class FakeTrainer implements Trainer {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile Answer answer = idle();
  private volatile @Nullable RuntimeException failure;

  private static Answer idle() {
    return new Answer(200, JsonNodeFactory.instance.objectNode().put("status", "idle"));
  }

  public void reset() {
    calls.clear();
    answer = idle();
    failure = null;
  }

  public void answerWith(int status, JsonNode body) {
    answer = new Answer(status, body);
    failure = null;
  }

  public void failWith(RuntimeException exception) {
    failure = exception;
  }

  /** Each as {@code METHOD path {query} body}. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public Answer get(String path, Map<String, String> query) {
    return answer("GET " + path + " " + query);
  }

  @Override
  public Answer post(String path, Map<String, String> query, byte @Nullable [] body) {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return answer("POST " + path + " " + query + " " + text);
  }

  @Override
  public Answer search(String path, byte @Nullable [] body) {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return answer("SEARCH " + path + " " + text);
  }

  @Override
  public File file(String path) {
    var _ = answer("FILE " + path);
    return new File("text/csv;charset=UTF-8", "symbol,side\n".getBytes(StandardCharsets.UTF_8));
  }

  private Answer answer(String call) {
    calls.add(call);
    RuntimeException failing = failure;
    if (failing != null) {
      throw failing;
    }
    return answer;
  }
}
