package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.TrainingRuns;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.StreamSupport;

/**
 * The champion finds what was planted in the simulated market: its accuracy on the holdout of its
 * own run, candles later than all it was fitted, stopped and calibrated on, beside the best
 * accuracy reachable there, which was estimated by simulation when the market was loaded.
 */
final class EdgeClaim implements Claim {
  private static final double GOAL = 0.95;

  @Override
  public String name() {
    return "edge";
  }

  @Override
  public String statement() {
    return "The champion of the simulated market comes close to the best reachable accuracy.";
  }

  @Override
  public String goal() {
    return "at least 95 %, the lower bound too";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    return compare(plantedIn(scene), holdoutOf(scene));
  }

  /**
   * What can be reached in the market.
   *
   * @param accuracy of an observer who knows the simulation and sees the candles
   * @param standardError of it
   */
  record Reachable(double accuracy, double standardError) {}

  /**
   * What the champion reached.
   *
   * @param lower one-sided bound of {@code accuracy} by the trainer's moving-block bootstrap
   * @param confidence of the bound
   */
  record Holdout(String version, int windows, double accuracy, double lower, double confidence) {}

  /**
   * The share that was reached. Its lower bound takes the chance of both figures against the
   * champion: the bootstrap's bound of it over one standard error more than was estimated. More
   * than can be reached, beyond chance, is no merit but a leak, and does not hold.
   */
  static Finding compare(Reachable reachable, Holdout holdout) {
    double share = holdout.accuracy() / reachable.accuracy();
    double lower = holdout.lower() / (reachable.accuracy() + reachable.standardError());
    boolean leaks = lower > 1;
    String detail =
        "%s on %,d windows after its training data: accuracy %.4f, %.0f %% sure of %.4f; reachable %.4f ± %.4f%s"
            .formatted(
                holdout.version(),
                holdout.windows(),
                holdout.accuracy(),
                100 * holdout.confidence(),
                holdout.lower(),
                reachable.accuracy(),
                reachable.standardError(),
                leaks ? "; more than can be known: something leaks" : "");
    return new Finding(
        "%.1f %% of the reachable accuracy, at least %.1f %%".formatted(100 * share, 100 * lower),
        lower >= GOAL && !leaks,
        detail);
  }

  private static Reachable plantedIn(Scene scene) {
    String query = "select kind, planted_edge from simulated_market";
    try (Connection connection = scene.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      if (!row.next() || !"REGIMES".equals(row.getString("kind"))) {
        throw new StackFailure(
            "This stack's market has no planted edge; ./ml up without --random-walk and"
                + " --no-market makes one.");
      }
      JsonNode planted = new ObjectMapper().readTree(row.getString("planted_edge"));
      return new Reachable(
          number(planted, "reachable_accuracy"), number(planted, "standard_error"));
    } catch (SQLException | JsonProcessingException e) {
      throw new StackFailure("simulated_market cannot be read: " + e.getMessage(), e);
    }
  }

  private static Holdout holdoutOf(Scene scene) {
    JsonNode champion =
        StreamSupport.stream(scene.api().get("/models").path("models").spliterator(), false)
            .filter(model -> "champion".equals(model.path("alias").asText()))
            .filter(model -> "global".equals(model.path("line").asText()))
            .findFirst()
            .orElseThrow(
                () -> new StackFailure("No global champion serves; ./ml models says why."));
    if (!champion.path("simulated").asBoolean()) {
      throw new StackFailure(
          champion.path("model_version").asText() + " was trained on real candles.");
    }
    String trainingId = champion.path("training_id").asText();
    JsonNode metrics = TrainingRuns.look(scene.api(), trainingId).path("metrics");
    JsonNode holdout = metrics.path("walk_forward").path("holdout");
    JsonNode accuracy = holdout.path("accuracy");
    return new Holdout(
        champion.path("model_version").asText(),
        metrics.path("samples").path("holdout").asInt(),
        number(accuracy, "value"),
        number(accuracy, "lower"),
        number(accuracy, "confidence"));
  }

  private static double number(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isNumber()) {
      throw new StackFailure("There is no figure “%s” to compare.".formatted(field));
    }
    return value.asDouble();
  }
}
