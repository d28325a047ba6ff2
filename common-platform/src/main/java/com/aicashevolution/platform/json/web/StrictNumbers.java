package com.aicashevolution.platform.json.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Objects;

/**
 * Reads {@code double} and {@code float} from JSON numbers only: no quotes, no NaN, nothing that
 * overflows to infinity such as {@code 1e999}. Null stays null for the boxed types.
 */
final class StrictNumbers extends SimpleModule {

  private static final long serialVersionUID = 1L;

  StrictNumbers() {
    super("strict-numbers");
    addDeserializer(Double.class, new FiniteDouble(Double.class));
    addDeserializer(Double.TYPE, new FiniteDouble(Double.TYPE));
    addDeserializer(Float.class, new FiniteFloat(Float.class));
    addDeserializer(Float.TYPE, new FiniteFloat(Float.TYPE));
  }

  private static double finite(JsonParser parser, DeserializationContext context, Class<?> type)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      throw context.weirdStringException(parser.getText(), type, "must be a number");
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      return ((Number) Objects.requireNonNull(context.handleUnexpectedToken(type, parser)))
          .doubleValue();
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw context.weirdNumberException(value, type, "must be a finite number");
    }
    return value;
  }

  private static final class FiniteDouble extends StdScalarDeserializer<Double> {

    private static final long serialVersionUID = 1L;

    FiniteDouble(Class<Double> type) {
      super(type);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return finite(parser, context, handledType());
    }

    @Override
    public Double getNullValue(DeserializationContext context) throws JsonMappingException {
      if (handledType().isPrimitive()) {
        context.reportInputMismatch(this, "must be a number, was null");
      }
      return super.getNullValue(context);
    }
  }

  private static final class FiniteFloat extends StdScalarDeserializer<Float> {

    private static final long serialVersionUID = 1L;

    FiniteFloat(Class<Float> type) {
      super(type);
    }

    @Override
    public Float deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      float value = (float) finite(parser, context, handledType());
      if (!Float.isFinite(value)) {
        throw context.weirdNumberException(value, handledType(), "must be a finite number");
      }
      return value;
    }

    @Override
    public Float getNullValue(DeserializationContext context) throws JsonMappingException {
      if (handledType().isPrimitive()) {
        context.reportInputMismatch(this, "must be a number, was null");
      }
      return super.getNullValue(context);
    }
  }
}
