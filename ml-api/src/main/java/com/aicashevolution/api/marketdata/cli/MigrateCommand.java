package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.platform.persistence.SchemaMigration;
import com.aicashevolution.platform.persistence.SchemaState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cli migrate}: brings the schema to the version of this build before services roll. */
@Command(
    name = "migrate",
    description =
        "Brings the schema to the version of this build, and refuses one it does not know.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class MigrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    // whoever asks for it wants it, even where the services may not migrate by themselves
    return CommandContext.with(
        context -> {
          SchemaState state = context.getBean(SchemaMigration.class).state();
          if (!(state instanceof SchemaState.Ready(String version))) {
            throw new CommandFailedException("the database is not ready: " + state);
          }
          spec.commandLine().getOut().println("the schema is at version " + version);
          spec.commandLine().getOut().flush();
          return 0;
        },
        "--ml.database.migrate=true");
  }
}
