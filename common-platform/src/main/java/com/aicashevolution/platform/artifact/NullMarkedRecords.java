package com.aicashevolution.platform.artifact;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson what the compiler knows: a component that is not {@code @Nullable} must be there.
 */
final class NullMarkedRecords extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    Boolean nullable = nullable(member);
    return nullable == null ? super.hasRequiredMarker(member) : Boolean.valueOf(!nullable);
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    Boolean nullable = nullable(annotated);
    return nullable == null
        ? super.findSetterInfo(annotated)
        : JsonSetter.Value.forValueNulls(nullable ? Nulls.SET : Nulls.FAIL);
  }

  /**
   * Whether a parameter of a record's canonical constructor may be null; null for anything else.
   */
  private static @Nullable Boolean nullable(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return null;
    }
    RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
    if (components == null || parameter.getOwner().getParameterCount() != components.length) {
      return null;
    }
    return components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
