package com.aicashevolution.platform.artifact;

import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.platform.json.DomainJson;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.stream.Collectors;

/**
 * Writes and reads {@code metadata.json}.
 *
 * <p>Equal manifests give equal bytes: fields in the order of the record, maps by key, two spaces,
 * line feeds. Numbers are the shortest decimals that read back to the same bits. A reader ignores
 * fields it does not know, so that a later build of the same layout may add some; it takes a
 * missing {@code @Nullable} one, which such a build added, for null, and refuses any other that is
 * missing, a doubled one, and any other layout.
 */
public final class ManifestCodec {

  private static final JsonMapper JSON =
      DomainJson.newMapper()
          .rebuild()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .annotationIntrospector(new NullMarkedRecords())
          .build();

  private static final ObjectWriter WRITER =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private ManifestCodec() {}

  /** The document of {@code manifest}. */
  public static byte[] write(ModelManifest manifest) {
    try {
      return WRITER.writeValueAsBytes(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest must be writable", e);
    }
  }

  /**
   * The manifest in {@code bytes}.
   *
   * @throws ArtifactFormatException naming the field that is wrong
   */
  public static ModelManifest read(byte[] bytes) throws ArtifactFormatException {
    try {
      requireKnownLayout(bytes);
      return JSON.readValue(bytes, ModelManifest.class);
    } catch (JsonMappingException e) {
      throw new ArtifactFormatException("manifest " + place(e) + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new ArtifactFormatException("manifest is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ArtifactFormatException("manifest is not readable: " + e.getMessage(), e);
    }
  }

  /** Looks no further than the number of the layout, which stands first. */
  private static void requireKnownLayout(byte[] bytes) throws IOException, ArtifactFormatException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean isLayout = parser.currentName().equals("manifest_version");
          JsonToken value = parser.nextToken();
          if (isLayout && value == JsonToken.VALUE_NUMBER_INT) {
            requireKnown(parser.getBigIntegerValue());
            return;
          }
          parser.skipChildren();
        }
      }
    }
    throw new ArtifactFormatException("manifest must have an integer manifest_version");
  }

  private static void requireKnown(BigInteger layout) throws ArtifactFormatException {
    if (!layout.equals(BigInteger.valueOf(ModelManifest.CURRENT))) {
      throw new ArtifactFormatException(
          "manifest_version "
              + layout
              + " is not known to this build, which reads "
              + ModelManifest.CURRENT
              + "; serve it with the build that wrote it or train again");
    }
  }

  /** Path of the field, for example {@code golden[0].input: }. */
  private static String place(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "" : path.substring(1) + ": ";
  }
}
