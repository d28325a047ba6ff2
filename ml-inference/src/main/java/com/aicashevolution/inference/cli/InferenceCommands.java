package com.aicashevolution.inference.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The commands about past answers and published versions. */
@Command(
    name = "cli",
    description = "Works on the journal, registry and artifacts that the environment names.",
    mixinStandardHelpOptions = true,
    subcommands = {ReplayCommand.class, ExportOnnxCommand.class, KernelCommand.class})
public final class InferenceCommands {

  /** First argument of the jar that asks for a command instead of the service. */
  public static final String WORD = "cli";

  private InferenceCommands() {}

  /** Runs a command; returns 0 if all is well, 1 if it is not, 2 if it was misspelt. */
  public static int run(String... arguments) {
    IExecutionExceptionHandler failed =
        (exception, command, parsed) -> {
          if (exception instanceof CommandFailedException || exception instanceof IOException) {
            command.getErr().println(exception.getMessage());
            return 1;
          }
          throw exception;
        };
    return new CommandLine(new InferenceCommands())
        .setExecutionExceptionHandler(failed)
        .execute(arguments);
  }
}
