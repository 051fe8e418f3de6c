package org.meetingrecords.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.meetingrecords.embedded.DatabaseConfiguration;
import org.meetingrecords.migration.Migration;
import org.meetingrecords.migration.MigrationConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
    // The database and its migration alone, without the rest of the application.
    try (var context =
        new SpringApplicationBuilder(DatabaseConfiguration.class, MigrationConfiguration.class)
            .web(WebApplicationType.NONE)
            .properties(
                Map.of(
                    DatabaseConfiguration.SHARED,
                    true,
                    // Printed here as the command's answer.
                    "logging.level." + Migration.class.getName(),
                    "warn"))
            .logStartupInfo(false)
            .run(words)) {
      spec.commandLine().getOut().println(context.getBean(Migration.class));
    }
    return Commands.WELL;
  }
}
