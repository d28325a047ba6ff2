package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.assembly.DatabaseAddress;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Terminal;
import java.time.Clock;

/**
 * Where a claim is measured: the running stack, and who watches.
 *
 * @param database for what no service tells
 */
public record Scene(Services services, DatabaseAddress database, Terminal terminal, Clock clock) {

  /** The three services with an operator's key. */
  public record Services(ApiClient api, ApiClient trainer, ApiClient inference) {}

  ApiClient api() {
    return services.api();
  }

  ApiClient trainer() {
    return services.trainer();
  }

  ApiClient inference() {
    return services.inference();
  }
}
