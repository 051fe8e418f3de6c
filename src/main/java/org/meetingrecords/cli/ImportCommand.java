package org.meetingrecords.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.files.Progress;
import org.meetingrecords.importing.loading.Report;
import org.meetingrecords.migration.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings files of other systems into the database. */
@Command(
    name = "import",
    description = {
      "Brings files of other systems into the database, whether or not a server runs on it.",
      "All of it or nothing is kept; the same files again change nothing."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit status: 0 well, 1 rows or files were rejected, 2 wrong use, 3 the database cannot be used."
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      description = "What the files are: ${COMPLETION-CANDIDATES}.",
      completionCandidates = FormatNames.class)
  private String format;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, or folders of files.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--dry-run", description = "Reports what would happen, and keeps nothing.")
  private boolean dryRun;

  @Option(
      names = "--keep-going",
      description = "Leaves rejected rows out; without it the first one stops the import.")
  private boolean keepGoing;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Writes the rejected rows to a CSV file: file, line, reason, read.")
  private @Nullable Path rejects;

  @Option(
      names = "--retrieved-on",
      paramLabel = "DATE",
      description = {
        "The day on which the files were fetched, as 2026-01-31.",
        "Without it, the day on which they first came in."
      })
  private @Nullable LocalDate retrievedOn;

  static final class FormatNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    FormatNames() {
      super(Import.formats());
    }
  }

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ImportCommand() {}

  @Override
  public Integer call() {
    var settings = new ArrayList<String>();
    var paths = new ArrayList<Path>();
    for (String word : words) {
      if (Settings.isSetting(word)) {
        settings.add(word);
      } else if (word.startsWith("--")) {
        throw new ParameterException(spec.commandLine(), "Unknown option: " + word);
      } else {
        paths.add(existing(word));
      }
    }
    if (!Import.formats().contains(format)) {
      throw new ParameterException(
          spec.commandLine(),
          "Unknown format: %s. There are %s."
              .formatted(format, String.join(", ", Import.formats())));
    }
    if (retrievedOn != null && !Import.citesFiles(format)) {
      throw new ParameterException(
          spec.commandLine(),
          "--retrieved-on is not for %s, which tells its own.".formatted(format));
    }
    if (rejects != null && !Output.canBeWritten(rejects)) {
      throw new ParameterException(
          spec.commandLine(), "Not a file that can be written: " + rejects);
    }
    if (paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing: the files to import");
    }
    try (var context = Startup.database(settings)) {
      return tell(paths, context.getBean(Roles.class).writer());
    }
  }

  private Path existing(String word) {
    Path path = Path.of(word);
    if (!Files.exists(path)) {
      throw new ParameterException(spec.commandLine(), "There is no file or folder " + word);
    }
    return path;
  }

  private int tell(List<Path> paths, Address database) {
    var out = spec.commandLine().getOut();
    var console = System.console();
    Report report;
    try (var progress = Progress.on(out, console != null && console.isTerminal())) {
      report = new Import(format, paths, dryRun, keepGoing, retrievedOn).run(database, progress);
    } catch (SQLException fault) {
      spec.commandLine().getErr().println("Nothing was kept: " + fault.getMessage());
      return Fault.isConnectionLost(fault) ? Commands.NO_DATABASE : Commands.FAULT;
    }
    out.println(report);
    if (rejects != null && !wrote(report, rejects)) {
      return Commands.FAULT;
    }
    return report.isClean() ? Commands.WELL : Commands.FAULT;
  }

  private boolean wrote(Report report, Path file) {
    try {
      report.writeRejects(file);
      return true;
    } catch (IOException fault) {
      spec.commandLine()
          .getErr()
          .println("The rejected rows could not be written: " + Fault.reason(fault));
      return false;
    }
  }
}
