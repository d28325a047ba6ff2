package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.JarTool;
import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A virtual machine that lacks what this one has, on which the command line of ml-inference's jar
 * runs: it reads journal and artifacts and asks no service.
 *
 * @param name for the progress
 * @param flags it is started with
 */
record OtherMachine(String name, List<String> flags) {
  /** Fused multiply-adds in big decimals: exact, and some hundred times slower. */
  static final OtherMachine WITHOUT_FMA =
      new OtherMachine("without FMA", List.of(JarTool.VECTORS, "-XX:-UseFMA"));

  private static final Pattern DONE = Pattern.compile("[a-z]+ ([\\d,]+), .*");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The widths a processor of this kind may have; one it has not is measured as the next. */
  static List<OtherMachine> all(String architecture) {
    boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
    List<OtherMachine> all = new ArrayList<>();
    all.add(vectors("widest vectors", x86 ? "-XX:UseAVX=3" : "-XX:MaxVectorSize=64"));
    all.add(vectors("half as wide", x86 ? "-XX:UseAVX=2" : "-XX:MaxVectorSize=32"));
    all.add(vectors("a quarter", "-XX:MaxVectorSize=16"));
    all.add(new OtherMachine("plain loops", List.of()));
    return all;
  }

  private static OtherMachine vectors(String name, String flag) {
    return new OtherMachine(name, List.of(JarTool.VECTORS, flag));
  }

  /**
   * Runs a command and returns its report.
   *
   * @param count how far the progress goes
   * @param unit of the progress
   */
  JsonNode report(Scene scene, List<String> arguments, long count, String unit) {
    Process process = scene.tools().startInference(flags, arguments);
    try (Progress progress = scene.terminal().progress(name, count, unit);
        BufferedReader said = process.errorReader();
        BufferedReader output = process.inputReader()) {
      List<String> complaints = new ArrayList<>();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Matcher done = DONE.matcher(line);
        if (done.matches()) {
          progress.update(Double.parseDouble(done.group(1).replace(",", "")), "");
        } else if (!line.startsWith("WARNING")) {
          complaints.add(line);
        }
      }
      JsonNode report = report(arguments.getFirst(), output, complaints);
      process.waitFor();
      progress.update((double) count, "");
      return report;
    } catch (IOException e) {
      throw new StackFailure("The report cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  /** The one line that is a report; whatever else a library prints is not for us. */
  private static JsonNode report(String command, BufferedReader output, List<String> complaints)
      throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      try {
        JsonNode read = JSON.readTree(line);
        if (read.has("kernel_lanes")) {
          return read;
        }
      } catch (JsonProcessingException e) {
        complaints.add(line);
      }
    }
    throw new StackFailure(
        "%s ended without a report: %s".formatted(command, String.join(" ", complaints)));
  }
}
