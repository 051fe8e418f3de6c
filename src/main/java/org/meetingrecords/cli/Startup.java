package org.meetingrecords.cli;

import java.util.List;
import java.util.Map;
import org.meetingrecords.embedded.DatabaseConfiguration;
import org.meetingrecords.migration.Migration;
import org.meetingrecords.migration.MigrationConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts what a command needs, whether or not a server runs on the same data folder. */
final class Startup {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          DatabaseConfiguration.SHARED,
          true,
          "records.sample",
          false,
          // What it says is the answer of one command and of no interest in the others.
          "logging.level." + Migration.class.getName(),
          "warn");

  private Startup() {}

  /** The database and its migration alone, without the rest of the application. */
  static ConfigurableApplicationContext database(List<String> settings) {
    return start(settings, DatabaseConfiguration.class, MigrationConfiguration.class);
  }

  /** The application without its server. */
  static ConfigurableApplicationContext all(Class<?> application, List<String> settings) {
    return start(settings, application);
  }

  private static ConfigurableApplicationContext start(List<String> settings, Class<?>... sources) {
    // The log and whatever else is printed: the standard output is for what was asked for alone.
    System.setOut(System.err);
    try {
      return new SpringApplicationBuilder(sources)
          .web(WebApplicationType.NONE)
          .properties(SETTINGS)
          .logStartupInfo(false)
          .run(settings.toArray(String[]::new));
    } catch (RuntimeException fault) {
      throw new NotStarted(fault);
    }
  }
}
