package org.meetingrecords.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.meetingrecords.migration.Migration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Migrates the database and nothing else. */
@Command(
    name = "migrate",
    description = "Brings the database to the level of this application, and ends.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Migrate implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Settings settings;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  Migrate() {}

  @Override
  public Integer call() {
    String[] words = settings.checked(spec, "option");
    try (var context = Startup.database(List.of(words))) {
      spec.commandLine().getOut().println(context.getBean(Migration.class));
    }
    return Commands.WELL;
  }
}
