package com.aicashevolution.bench.http;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.ProcessMemory;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code ./ml bench memory}: what ml-inference holds of the machine's memory ({@code VmRSS} after a
 * collection) with one model and with {@value #MODELS}, as the image starts it but without its AOT
 * cache, after every symbol was asked for.
 */
public final class MemoryBench {
  private static final int MODELS = 26;
  private static final int QUESTIONS = 40;
  private static final double MOST_MEGABYTES = 300;
  private static final double MOST_OF_ONE_MODEL = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BenchStack stack;
  private final PinnedServer server;
  private final ApiClient client;

  private MemoryBench(BenchStack stack, PinnedServer server) {
    this.stack = stack;
    this.server = server;
    this.client = new ApiClient("http://127.0.0.1:" + server.port(), stack.apiKey());
  }

  /** Takes no arguments; the system property says where the project is. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path project = Path.of(System.getProperty("project.root"));
    BenchStack stack = new BenchStack(project, StackLayout.of(project).home().resolve("bench"));
    stack.start(sentence -> say("  %s", sentence));
    int port = stack.port(StackService.INFERENCE);
    try (SymbolLines lines = new SymbolLines(stack);
        PinnedServer server =
            PinnedServer.start(Servers.image(stack, StackService.INFERENCE), port, Servers.CORE)) {
      server.awaitReady(HttpClient.newHttpClient(), "/health/ready");
      new MemoryBench(stack, server).run(lines);
    } finally {
      stack.stop();
    }
    System.exit(0);
  }

  private void run(SymbolLines lines) throws IOException, SQLException {
    askEverybody();
    double one = residentMegabytes();
    // the global model is the first of them
    List<String> symbols = Bodies.SYMBOLS.subList(0, MODELS - 1);
    lines.serve(symbols);
    symbols.forEach(this::awaitOwnModel);
    askEverybody();
    double all = residentMegabytes();
    double each = (all - one) / symbols.size();
    say("| resident, ml-inference | MiB | goal | |");
    say("|---|---|---|---|");
    say("| with 1 model | %.0f | | |", one);
    say(
        "| with %d models | %.0f | ≤ %.0f | %s |",
        MODELS, all, MOST_MEGABYTES, verdict(all <= MOST_MEGABYTES));
    say(
        "| each model more | %.2f | ≤ %.0f | %s |",
        each, MOST_OF_ONE_MODEL, verdict(each <= MOST_OF_ONE_MODEL));
  }

  /** Every symbol, often enough that nothing of the first requests is left to be made. */
  private void askEverybody() {
    for (int i = 0; i < QUESTIONS; i++) {
      for (String symbol : Bodies.SYMBOLS) {
        var _ = lineOf(symbol);
      }
    }
  }

  private void awaitOwnModel(String symbol) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!lineOf(symbol).equals(symbol)) {
      if (System.nanoTime() > deadline) {
        throw new StackFailure("ml-inference does not load the model of " + symbol);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private String lineOf(String symbol) {
    ApiClient.Answer answer = client.exchange("POST", "/predict", Bodies.fixed(symbol));
    if (!answer.isSuccess()) {
      throw new StackFailure(
          "ml-inference answered %d: %s".formatted(answer.status(), answer.text()));
    }
    return answer.body().path("line").asText();
  }

  private double residentMegabytes() {
    return ProcessMemory.afterCollection(server.pid())
            .orElseThrow(() -> new StackFailure("resident memory is told by Linux alone"))
            .residentKilobytes()
        / 1024.0;
  }

  private static String verdict(boolean holds) {
    return holds ? "holds" : "falls short";
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
