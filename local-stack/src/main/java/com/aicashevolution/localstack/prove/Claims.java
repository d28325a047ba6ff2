package com.aicashevolution.localstack.prove;

import java.util.List;
import java.util.Optional;

/** All claims, in the order of the flows. */
public final class Claims {
  private static final List<Claim> ALL =
      List.of(new ParityClaim(), new DeterminismClaim(), new EdgeClaim(), new DriftClaim());

  private Claims() {}

  public static List<Claim> all() {
    return ALL;
  }

  public static Optional<Claim> named(String name) {
    return ALL.stream().filter(claim -> claim.name().equals(name)).findFirst();
  }
}
