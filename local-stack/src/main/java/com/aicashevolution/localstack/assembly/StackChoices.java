package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.PrivateFile;
import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What was asked of {@code ./ml up}; kept, so that the next {@code up} continues the same market on
 * the same ports and the other commands find the stack.
 *
 * @param portOffset how far all ports are moved from their defaults
 * @param simulated whether the market is simulated at all
 * @param randomWalk whether the simulated market has nothing to find
 * @param seed of the simulated market
 * @param days of history that it begins with
 * @param external variables of what is not ours to run, and any other that goes before ours
 */
public record StackChoices(
    int portOffset,
    boolean simulated,
    boolean randomWalk,
    long seed,
    int days,
    Map<String, String> external) {
  public static final int DEFAULT_DAYS = 250;
  public static final StackChoices DEFAULT =
      new StackChoices(0, true, false, 1, DEFAULT_DAYS, Map.of());

  private static final String EXTERNAL = "external.";

  public StackChoices {
    if (days < 30 || days > 3650) {
      throw new IllegalArgumentException("days must be in [30, 3650], was " + days);
    }
    external = Map.copyOf(external);
  }

  /** Whether the two would fill an empty store with the same candles. */
  public boolean isSameMarketAs(StackChoices other) {
    return simulated == other.simulated && randomWalk == other.randomWalk && seed == other.seed;
  }

  /** The variables that tell the services of it. */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("MARKET_DATA_SOURCE", simulated ? "simulated" : "none");
    variables.put("SIMULATION_SEED", Long.toString(seed));
    return variables;
  }

  public StackPorts ports() {
    return StackPorts.movedBy(portOffset);
  }

  /** What an earlier {@code up} wrote; {@link #DEFAULT} if there was none. */
  public static StackChoices read(Path file) {
    if (!Files.exists(file)) {
      return DEFAULT;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      Map<String, String> external = new HashMap<>();
      for (String name : properties.stringPropertyNames()) {
        if (name.startsWith(EXTERNAL)) {
          external.put(name.substring(EXTERNAL.length()), properties.getProperty(name));
        }
      }
      return new StackChoices(
          Integer.parseInt(properties.getProperty("port_offset")),
          Boolean.parseBoolean(properties.getProperty("simulated")),
          Boolean.parseBoolean(properties.getProperty("random_walk")),
          Long.parseLong(properties.getProperty("seed")),
          Integer.parseInt(properties.getProperty("days")),
          external);
    } catch (IOException | IllegalArgumentException e) {
      throw new StackFailure(
          "%s is not what ./ml up wrote (%s); delete it to begin with the defaults."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Private, because an external URL holds a password. */
  public void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("port_offset", Integer.toString(portOffset));
    properties.setProperty("simulated", Boolean.toString(simulated));
    properties.setProperty("random_walk", Boolean.toString(randomWalk));
    properties.setProperty("seed", Long.toString(seed));
    properties.setProperty("days", Integer.toString(days));
    external.forEach((name, value) -> properties.setProperty(EXTERNAL + name, value));
    StringWriter text = new StringWriter();
    try {
      properties.store(text, "What ./ml up was asked");
    } catch (IOException e) {
      throw new StackFailure("cannot write " + file, e);
    }
    PrivateFile.write(file, text.toString());
  }
}
