package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.stage.Stage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves traffic from version to version, as an operator does: over HTTP, to versions that are not
 * in memory, back to the one before, and by asking for a reload. Returns from each move when
 * ml-inference is seen to have made it. Not thread-safe.
 */
final class SwapDriver {
  /** More than serving keeps in memory beside a champion: every promotion is a load. */
  private static final int VERSIONS = 12;

  private final Stage stage;
  private final List<String> versions = new ArrayList<>();
  private final Assignments assigned;
  private String champion;
  private int moves;
  private int promoted;

  SwapDriver(Stage stage) {
    this.stage = stage;
    this.champion = stage.models().first();
    this.assigned = new Assignments(champion);
    for (int i = 0; i < VERSIONS; i++) {
      versions.add(stage.models().publishAnother());
    }
  }

  /** The versions that may answer at any time. */
  Assignments assigned() {
    return assigned;
  }

  /**
   * A move.
   *
   * @param loads whether it brought a version into memory
   * @param version who answers afterwards
   * @param begun when it was asked for
   * @param seen when ml-inference said so
   */
  record Move(boolean loads, String version, long begun, long seen) {}

  /** Promotes, promotes, rolls back and reloads in turn. */
  Move next() {
    return switch (moves++ % 4) {
      case 0, 1 -> promote();
      case 2 -> rollback();
      default -> reload();
    };
  }

  private Move promote() {
    String version = versions.get(promoted++ % VERSIONS);
    return move(version, true, () -> stage.models().promote(version));
  }

  private Move rollback() {
    String before = versions.get(Math.floorMod(promoted - 2, VERSIONS));
    String withdrawn = champion;
    return move(before, false, () -> stage.models().rollback(withdrawn));
  }

  private Move reload() {
    return move(
        champion,
        false,
        () -> {
          var _ = stage.inference().post("/reload-model", JsonNodeFactory.instance.objectNode());
        });
  }

  private Move move(String version, boolean loads, Runnable wish) {
    long begun = System.nanoTime();
    assigned.wished(version, begun);
    wish.run();
    stage.awaitChampion(version);
    long seen = System.nanoTime();
    assigned.confirmed(version, seen);
    champion = version;
    return new Move(loads, version, begun, seen);
  }
}
