package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.assembly.DatabaseAddress;
import com.aicashevolution.localstack.assembly.JarTool;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Where a claim is measured, and who watches.
 *
 * @param stack the running one, asked for only by claims that need it
 * @param project the folder with the modules and what was built of them
 */
public record Scene(Supplier<Stack> stack, Path project, Terminal terminal, Clock clock) {

  /**
   * A stack that was brought up.
   *
   * @param database for what no service tells
   * @param tools the services' command lines, on virtual machines of their own
   */
  public record Stack(Services services, DatabaseAddress database, JarTool tools) {}

  /** The three services with an operator's key. */
  public record Services(ApiClient api, ApiClient trainer, ApiClient inference) {}

  ApiClient api() {
    return stack.get().services().api();
  }

  ApiClient trainer() {
    return stack.get().services().trainer();
  }

  ApiClient inference() {
    return stack.get().services().inference();
  }

  JarTool tools() {
    return stack.get().tools();
  }

  DatabaseAddress database() {
    return stack.get().database();
  }
}
