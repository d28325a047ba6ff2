package com.aicashevolution.platform.artifact;

import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.platform.json.DomainJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Writes and reads {@code drift.json}: one line of JSON, about 20 kB a symbol. Equal references
 * give equal bytes, and numbers are the shortest decimals that read back to the same bits. A reader
 * ignores fields it does not know and refuses a missing or doubled one and any other layout.
 */
public final class DriftReferencesCodec {

  private static final JsonMapper JSON =
      DomainJson.newMapper()
          .rebuild()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private DriftReferencesCodec() {}

  /** The document of {@code references}. */
  public static byte[] write(DriftReferences references) {
    try {
      return JSON.writeValueAsBytes(references);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("references of drift must be writable", e);
    }
  }

  /**
   * The references in {@code bytes}.
   *
   * @throws ArtifactFormatException naming what is wrong
   */
  public static DriftReferences read(byte[] bytes) throws ArtifactFormatException {
    try {
      return JSON.readValue(bytes, DriftReferences.class);
    } catch (JsonMappingException e) {
      throw new ArtifactFormatException("drift reference: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new ArtifactFormatException(
          "drift reference is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ArtifactFormatException("drift reference is not readable: " + e.getMessage(), e);
    }
  }
}
