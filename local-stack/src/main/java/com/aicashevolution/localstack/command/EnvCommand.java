package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.keys.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval "$(./ml env)"}. */
@Command(
    name = "env",
    description = "Prints export lines for the stack: eval \"$(./ml env)\"",
    mixinStandardHelpOptions = true)
final class EnvCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(
      names = "--role",
      defaultValue = "OPERATE",
      description =
          "Whose key ML_API_KEY is: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless set.")
  private Role role = Role.OPERATE;

  EnvCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    workspace
        .existingStack()
        .shellEnvironment(workspace.secrets().apiKey(role))
        .forEach(
            (name, value) -> workspace.terminal().line("export " + name + "=" + quoted(value)));
    return 0;
  }

  static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
