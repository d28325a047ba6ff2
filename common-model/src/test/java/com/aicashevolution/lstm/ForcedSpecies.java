package com.aicashevolution.lstm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector engine in a width of our choice: hidden copies of its classes with the species as
 * class data, so that the very bytes that serve are the ones tested.
 */
record ForcedSpecies(LaneSums sums, LaneGates gates, LaneTraining training) {

  /** 4, 8 and 16 lanes; a width this machine lacks is computed by Java's fallback. */
  static final List<ForcedSpecies> ALL =
      List.of(
          of(FloatVector.SPECIES_128), of(FloatVector.SPECIES_256), of(FloatVector.SPECIES_512));

  int lanes() {
    return sums.lanes();
  }

  ForwardEngine engine(LstmParameters network, int timesteps) {
    return new VectorForward(network, timesteps, sums, gates);
  }

  private static ForcedSpecies of(VectorSpecies<Float> species) {
    LaneGates gates = LaneGates.class.cast(copy(VectorGates.class, species));
    LaneCells cells = LaneCells.class.cast(copy(VectorCells.class, species));
    LaneStripes stripes = LaneStripes.class.cast(copy(VectorStripes.class, species));
    return new ForcedSpecies(
        LaneSums.class.cast(copy(VectorSums.class, species)),
        gates,
        LaneTraining.class.cast(copy(VectorTraining.class, species, gates, cells, stripes)));
  }

  private static Object copy(Class<?> original, VectorSpecies<Float> species, Object... arguments) {
    try (InputStream in = original.getResourceAsStream(original.getSimpleName() + ".class")) {
      byte[] classFile = Objects.requireNonNull(in).readAllBytes();
      Class<?> copy =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(classFile, species, true)
              .lookupClass();
      return copy.getDeclaredConstructors()[0].newInstance(arguments);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("cannot copy " + original, e);
    }
  }
}
