package org.meetingrecords.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells the version without starting anything. */
@Command(
    name = "version",
    description = "Prints the version of the application and the database level it knows.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VersionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the field
  VersionCommand() {}

  @Override
  public Integer call() throws IOException {
    for (String line : new Version().getVersion()) {
      spec.commandLine().getOut().println(line);
    }
    return Commands.WELL;
  }
}
