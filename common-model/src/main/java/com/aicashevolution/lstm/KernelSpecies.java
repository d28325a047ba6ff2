package com.aicashevolution.lstm;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how wide the vectors of a class are. A species must be a constant of the class that uses
 * it, else the compiler cannot turn vectors into registers; so there is one class for each width:
 * the class itself with the machine's preferred species, and hidden copies that were given another
 * as class data.
 */
final class KernelSpecies {

  private KernelSpecies() {}

  /** The species the calling class was given, or the preferred one up to sixteen lanes. */
  static VectorSpecies<Float> of(MethodHandles.Lookup user) {
    VectorSpecies<Float> given = given(user);
    if (given != null) {
      return given;
    }
    VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
    VectorSpecies<Float> widest = FloatVector.SPECIES_512;
    return preferred.length() > widest.length() ? widest : preferred;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable VectorSpecies<Float> given(MethodHandles.Lookup user) {
    try {
      return MethodHandles.classData(user, ConstantDescs.DEFAULT_NAME, VectorSpecies.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a class may read its own class data", e);
    }
  }
}
