package com.aicashevolution.platform.json;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.SymbolCategory;
import com.aicashevolution.model.Alias;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Jackson set up for the domain. */
public final class DomainJson {

  private DomainJson() {}

  /**
   * A mapper for manifests and JSON columns. An unknown property and a null number are errors: a
   * document that was not understood must not pass for one that was. Thread-safe; making one is
   * expensive, so keep it.
   */
  public static JsonMapper newMapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(module())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }

  /** Writes the domain's names as strings and reads them back, for any mapper. */
  public static Module module() {
    SimpleModule module = new SimpleModule("domain");
    Stream.of(
            new NameCodec<>(Symbol.class, Symbol::code, Symbol::of),
            new NameCodec<>(ModelLine.class, ModelLine::name, ModelLine::new),
            new NameCodec<>(ModelVersion.class, ModelVersion::value, ModelVersion::new),
            ofEnum(Alias.class, Alias::wireName),
            ofEnum(SymbolCategory.class, SymbolCategory::wireName),
            ofEnum(IndicatorName.class, IndicatorName::wireName))
        .forEach(codec -> codec.addTo(module));
    return module;
  }

  private static <T extends Enum<T>> NameCodec<T> ofEnum(
      Class<T> type, Function<T, String> wireName) {
    return new NameCodec<>(type, wireName, text -> byWireName(type, wireName, text));
  }

  private static <T extends Enum<T>> T byWireName(
      Class<T> type, Function<T, String> wireName, String text) {
    List<T> values = List.of(type.getEnumConstants());
    return values.stream()
        .filter(value -> wireName.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of " + values.stream().map(wireName).toList()));
  }
}
