package com.aicashevolution.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Function;

/**
 * Writes a type as one string, as a value and as the key of an object, and reads it back. A string
 * the type refuses is reported with its place in the document and the type's own reason.
 *
 * @param <T> a type whose whole content is a name
 */
record NameCodec<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {

  void addTo(SimpleModule module) {
    module.addSerializer(type, new ValueWriter());
    module.addKeySerializer(type, new KeyWriter());
    module.addDeserializer(type, new ValueReader());
    module.addKeyDeserializer(type, new KeyReader());
  }

  private final class ValueWriter extends JsonSerializer<T> {

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(write.apply(value));
    }
  }

  private final class KeyWriter extends JsonSerializer<T> {

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(write.apply(value));
    }
  }

  private final class ValueReader extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    ValueReader() {
      super(type);
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = _parseString(in, context, this);
      try {
        return read.apply(text);
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(text, type, e.getMessage());
      }
    }
  }

  private final class KeyReader extends KeyDeserializer {

    @Override
    public T deserializeKey(String key, DeserializationContext context) throws IOException {
      try {
        return read.apply(key);
      } catch (IllegalArgumentException e) {
        throw context.weirdKeyException(type, key, e.getMessage());
      }
    }
  }
}
