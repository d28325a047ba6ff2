package com.aicashevolution.lstm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector engine in widths of our choice: hidden copies of {@link VectorLanes}, each with its
 * species as class data, so that the very bytes that serve are the ones tested.
 */
final class ForcedSpecies {

  /** 4, 8 and 16 lanes; a width this machine lacks is computed by Java's fallback. */
  static final List<LaneArithmetic> ALL =
      List.of(
          lanes(FloatVector.SPECIES_128),
          lanes(FloatVector.SPECIES_256),
          lanes(FloatVector.SPECIES_512));

  private ForcedSpecies() {}

  private static LaneArithmetic lanes(VectorSpecies<Float> species) {
    try (InputStream in = VectorLanes.class.getResourceAsStream("VectorLanes.class")) {
      byte[] classFile = Objects.requireNonNull(in).readAllBytes();
      Class<?> copy =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(classFile, species, true)
              .lookupClass();
      return (LaneArithmetic) copy.getDeclaredConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("cannot copy VectorLanes", e);
    }
  }
}
