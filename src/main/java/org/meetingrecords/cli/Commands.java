package org.meetingrecords.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code serve} unless another command is named. */
@Command(
    name = "meeting-records",
    description = "A GraphQL API over a database of multilateral meetings.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "[serve|migrate|import|export|version]",
    footer = {
      "",
      "Exit status: 0 well, 1 a fault, 2 wrong use, 3 the database cannot be used.",
      "RECORDS_DATA_DIRECTORY names the data folder (.data), SERVER_PORT the port (8080);",
      "SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD a PostgreSQL of your own."
    })
public final class Commands implements Callable<Integer> {

  static final int WELL = 0;
  static final int FAULT = 1;
  static final int WRONG_USE = 2;
  static final int NO_DATABASE = 3;

  @Spec private CommandSpec spec;
  @Mixin private Settings settings;

  private final Serve serve;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  private Commands(Serve serve) {
    this.serve = serve;
  }

  /** Runs the command that the words name, and ends the process unless it goes on serving. */
  public static void main(Class<?> application, String[] words) {
    int status = run(application, words);
    if (status != Serve.SERVING) {
      System.exit(status);
    }
  }

  static int run(Class<?> application, String... words) {
    var serve = new Serve(application);
    return new CommandLine(new Commands(serve))
        .addSubcommand(serve)
        .addSubcommand(new Migrate())
        .addSubcommand(new ImportCommand())
        .addSubcommand(new ExportCommand(application))
        .addSubcommand(new VersionCommand())
        // Settings are Spring's to know; Settings tells them from misspelt options.
        .setUnmatchedOptionsArePositionalParams(true)
        // Kept now, as starting the application takes it away from all others.
        .setOut(new PrintWriter(System.out, true))
        .setParameterExceptionHandler(Commands::refuse)
        .setExecutionExceptionHandler((fault, line, result) -> Fault.tell(fault, line.getErr()))
        .execute(words);
  }

  private static int refuse(ParameterException wrong, String[] words) {
    var line = wrong.getCommandLine();
    line.getErr().println(wrong.getMessage());
    line.usage(line.getErr());
    return WRONG_USE;
  }

  @Override
  public Integer call() {
    return serve.start(settings.checked(spec, "command or option"));
  }
}
