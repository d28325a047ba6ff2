package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.TrainerProofs;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise that the trainer's own program measures, in a simulation of its own: the launcher does
 * not know the trainer's classes, so it starts it and reads what it prints.
 */
record TrainerClaim(String name, String statement, String goal) implements Claim {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST_LINES = 12;

  @Override
  public Finding measure(Scene scene, boolean full) {
    List<String> arguments = full ? List.of(name, "--json", "--full") : List.of(name, "--json");
    Process process = new TrainerProofs(scene.project()).start(arguments);
    try (BufferedReader output = process.inputReader();
        Steps steps = new Steps(scene.terminal())) {
      Printed printed = read(output, steps);
      return printed.finding(process.waitFor());
    } catch (IOException e) {
      throw new StackFailure("The trainer's finding cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  /** Follows the lines to the end. */
  Printed read(BufferedReader output, Steps steps) throws IOException {
    Finding finding = null;
    Deque<String> others = new ArrayDeque<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      JsonNode read = object(line);
      if (read.has("step")) {
        steps.follow(read);
      } else if (read.has("claim")) {
        finding = finding(read);
      } else {
        others.addLast(line);
        if (others.size() > LAST_LINES) {
          others.removeFirst();
        }
      }
    }
    return new Printed(finding, String.join("\n", others));
  }

  /**
   * What was printed besides the progress.
   *
   * @param finding null where there was none
   * @param others the last of the lines that are not for us, unless something went wrong
   */
  record Printed(@Nullable Finding finding, String others) {

    Finding finding(int exitCode) {
      if (finding == null || exitCode != (finding.holds() ? 0 : 1)) {
        throw new StackFailure(
            "The trainer ended with %d %s a finding:%n%s"
                .formatted(exitCode, finding == null ? "and without" : "beside", others));
      }
      return finding;
    }
  }

  private static JsonNode object(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private Finding finding(JsonNode read) {
    String measured = read.path("goal").asText();
    if (!name.equals(read.path("claim").asText()) || !goal.equals(measured)) {
      throw new StackFailure(
          "The trainer's jar measured another promise than this launcher states (“%s”): ./ml build."
              .formatted(measured));
    }
    return new Finding(
        read.path("figure").asText(),
        read.path("holds").asBoolean(),
        read.path("detail").asText().replace("\n", "\n  "));
  }

  /** Shows the steps one after the other. Not thread-safe. */
  static final class Steps implements AutoCloseable {
    private final Terminal terminal;
    private String step = "";
    private @Nullable Progress progress;

    Steps(Terminal terminal) {
      this.terminal = terminal;
    }

    void follow(JsonNode at) {
      String now = at.path("step").asText();
      Progress current = progress;
      if (current == null || !now.equals(step)) {
        close();
        step = now;
        current = terminal.progress(now, at.path("total").asLong(), at.path("unit").asText());
        progress = current;
      }
      current.update(at.path("done").asDouble(), "");
    }

    @Override
    public void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }
}
