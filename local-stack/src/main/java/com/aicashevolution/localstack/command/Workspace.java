package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.Secrets;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.terminal.Terminal;
import java.nio.file.Files;
import java.time.Clock;

/** What every command works on: the project's one stack, the terminal, the time. */
record Workspace(StackLayout layout, Terminal terminal, Clock clock) {

  StackChoices choices() {
    return StackChoices.read(layout.settings());
  }

  StackSecrets secrets() {
    return StackSecrets.loadOrCreate(layout.keys(), new Secrets());
  }

  /** The stack as the last {@code up} chose it; its processes outlive us. */
  LocalStack stack() {
    return stack(choices());
  }

  LocalStack stack(StackChoices choices) {
    return new LocalStack(layout, choices.ports(), secrets(), Lifetime.DETACHED, choices);
  }

  /** As {@link #stack()}, where there must have been an {@code up}. */
  LocalStack existingStack() {
    if (!Files.exists(layout.keys())) {
      throw new StackFailure("There is no stack here yet: ./ml up makes one.");
    }
    return stack();
  }

  /** The operator at this machine, talking to ml-api. */
  ApiClient api() {
    return client(StackService.API);
  }

  ApiClient client(StackService service) {
    existingStack();
    return new ApiClient(choices().ports().urlOf(service), secrets().apiKey(Role.OPERATE));
  }
}
