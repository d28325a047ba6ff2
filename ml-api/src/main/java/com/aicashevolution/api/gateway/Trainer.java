package com.aicashevolution.api.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks ml-trainer; refusals and silence as in {@link Inference}. */
public interface Trainer {

  /** Reads; tried a second time when the first attempt got no answer. */
  Answer get(String path, Map<String, String> query);

  /**
   * Changes something; never tried twice.
   *
   * @param body JSON as it came; null for none
   */
  Answer post(String path, Map<String, String> query, byte @Nullable [] body);

  /**
   * Has it look for something in what is stored and answer with what it found, which takes longer
   * than queueing; never tried twice.
   *
   * @param body JSON as it came; null for none
   */
  Answer search(String path, byte @Nullable [] body);

  /** Reads a file; tried a second time when the first attempt got no answer. */
  File file(String path);

  /** A success and its bytes, {@code mediaType} as the trainer gave it. */
  record File(String mediaType, byte[] content) {}

  /** A success and its document. */
  record Answer(int status, JsonNode body) {}
}
