package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Terminal;
import java.time.Clock;

/** Where a claim is measured: the three services with an operator's key, and who watches. */
public record Scene(
    ApiClient api, ApiClient trainer, ApiClient inference, Terminal terminal, Clock clock) {}
