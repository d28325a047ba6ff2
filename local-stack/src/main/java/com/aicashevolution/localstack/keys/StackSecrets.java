package com.aicashevolution.localstack.keys;

import com.aicashevolution.localstack.PrivateFile;
import com.aicashevolution.localstack.Secrets;
import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The passwords and keys of one local stack, as kept in {@code keys.env}. {@link #toString} reveals
 * nothing.
 */
public final class StackSecrets {
  private static final List<String> PASSWORDS = List.of("POSTGRES_PASSWORD", "REDIS_PASSWORD");
  private static final List<String> PEOPLE = List.of("ML_READ_KEY", "ML_PREDICT_KEY", "ML_API_KEY");

  private final Map<String, String> values;

  private StackSecrets(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Reads the file, making it first if there is none; a value that is missing is added. */
  public static StackSecrets loadOrCreate(Path file, Secrets fresh) {
    Map<String, String> values = new HashMap<>(read(file));
    int before = values.size();
    PASSWORDS.forEach(name -> values.computeIfAbsent(name, _ -> fresh.next(18)));
    values.computeIfAbsent("AWS_ACCESS_KEY_ID", _ -> "local-" + fresh.next(9));
    values.computeIfAbsent("AWS_SECRET_ACCESS_KEY", _ -> fresh.next(30));
    values.computeIfAbsent("ML_SERVICE_KEY", _ -> fresh.next(32));
    PEOPLE.forEach(name -> values.computeIfAbsent(name, _ -> "mlk_" + fresh.next(32)));
    if (values.size() > before) {
      PrivateFile.write(file, asText(values));
    }
    return new StackSecrets(values);
  }

  private static Map<String, String> read(Path file) {
    try {
      Map<String, String> values = new HashMap<>();
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        int equals = line.indexOf('=');
        if (!line.startsWith("#") && equals > 0) {
          values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
      return values;
    } catch (IOException e) {
      throw new StackFailure("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static String asText(Map<String, String> values) {
    StringBuilder text =
        new StringBuilder(
            "# Made by ./ml up for this machine's stack alone. Delete .ml to start over.\n");
    values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> text.append(each.getKey() + "=" + each.getValue() + "\n"));
    return text.toString();
  }

  public String postgresPassword() {
    return get("POSTGRES_PASSWORD");
  }

  public String redisPassword() {
    return get("REDIS_PASSWORD");
  }

  public String s3AccessKey() {
    return get("AWS_ACCESS_KEY_ID");
  }

  public String s3SecretKey() {
    return get("AWS_SECRET_ACCESS_KEY");
  }

  /** With which the three services know each other. */
  public String serviceKey() {
    return get("ML_SERVICE_KEY");
  }

  /** The key of a person with that role. */
  public String apiKey(Role role) {
    return switch (role) {
      case READ -> get("ML_READ_KEY");
      case PREDICT -> get("ML_PREDICT_KEY");
      case OPERATE -> get("ML_API_KEY");
    };
  }

  private String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return value;
  }

  @Override
  public String toString() {
    return "StackSecrets[…]";
  }
}
