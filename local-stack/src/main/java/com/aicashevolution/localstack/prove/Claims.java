package com.aicashevolution.localstack.prove;

import java.util.List;
import java.util.Optional;

/** All claims, in the order of the flows. */
public final class Claims {
  private static final List<Claim> ALL =
      List.of(
          new ParityClaim(),
          new DeterminismClaim(),
          new EdgeClaim(),
          new DriftClaim(),
          new TrainerClaim(
              "noise",
              "The gate promotes no random walk however often it is trained on, and small edges.",
              "at most 5 % of random walks ever promoted, 95 % sure; at least 80 % of small edges"),
          new TrainerClaim(
              "leaks",
              "Canaries notice each planted leak of the future, and stay silent where there is none.",
              "5 of 5 planted leaks caught, no false alarm on clean pipelines"),
          new TrainerClaim(
              "calibration",
              "Confidence means what it says: probabilities out of fold, and sets that cover.",
              "walk-forward ECE at most 0.03; 90 % sets cover 88 to 92 %"),
          new KernelClaim(),
          new ReplayClaim(),
          new ExplanationsClaim(),
          new SwapsClaim(),
          new CacheClaim(),
          new JournalClaim(),
          new ArtifactsClaim());

  private Claims() {}

  public static List<Claim> all() {
    return ALL;
  }

  public static Optional<Claim> named(String name) {
    return ALL.stream().filter(claim -> claim.name().equals(name)).findFirst();
  }
}
