package org.meetingrecords.cli;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the API until it is told to stop. */
@Command(
    name = "serve",
    description = "Starts the database, migrates it and serves the API (the default).",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Serve implements Callable<Integer> {

  /** Not an exit status: the process lives on by the web server's threads. */
  static final int SERVING = -1;

  private final Class<?> application;

  @Spec private CommandSpec spec;
  @Mixin private Settings settings;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  Serve(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    return start(settings.checked(spec, "option"));
  }

  int start(String[] words) {
    var context = started(words);
    var port = context.getEnvironment().getProperty("local.server.port", "8080");
    System.out.println("GraphiQL is at http://localhost:" + port + "/graphiql");
    return SERVING;
  }

  private ConfigurableApplicationContext started(String[] words) {
    try {
      return new SpringApplication(application).run(words);
    } catch (RuntimeException fault) {
      throw new NotStarted(fault);
    }
  }
}
