package org.meetingrecords.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.export.ExportFormat;
import org.meetingrecords.export.ExportRefused;
import org.meetingrecords.export.ExportRequest;
import org.meetingrecords.export.Exports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a query finds to a file, or everything as a bundle. */
@Command(
    name = "export",
    description = {
      "Writes what a query finds to a file, whole and from one state of the database, whether or",
      "not a server runs on it. The query has one root field, a connection such as meetings.",
      "A bundle holds the records that it reaches, with what they refer to, so that import bundle",
      "takes them in elsewhere; without a query it holds the whole database."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit status: 0 well, 1 a fault, 2 wrong use or a wrong query, 3 the database cannot be used."
    })
final class ExportCommand implements Callable<Integer> {

  private final Class<?> application;

  @Spec private CommandSpec spec;

  @Option(
      names = "--query",
      paramLabel = "FILE",
      description = "A file with the GraphQL query; without one a bundle holds everything.")
  private @Nullable Path query;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "The form of the file: ${COMPLETION-CANDIDATES}.",
      completionCandidates = FormatNames.class)
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "The file to write, for the whole bundle also a folder; - is the standard output.")
  private String out;

  @Option(
      names = "--variables",
      paramLabel = "JSON",
      description = "The variables: a JSON object, or a file that holds one.")
  private @Nullable String variables;

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      description = "Which operation of the query, where it has several.")
  private @Nullable String operation;

  @Option(
      names = "--archive",
      description = "A zip, with what explains the data and how to cite it.")
  private boolean archive;

  @Option(
      names = "--explode",
      paramLabel = "PATH",
      description = "A list, such as delegations.nodes: each entry becomes a row. May be repeated.")
  private List<String> explode = new ArrayList<>();

  @Option(
      names = "--spreadsheet-safe",
      description = "Makes texts harmless that a spreadsheet would run as a formula.")
  private boolean spreadsheetSafe;

  @Parameters(
      paramLabel = "--NAME=VALUE",
      arity = "0..*",
      description = "Any setting, as --records.export.statement-seconds=600.")
  private List<String> words = new ArrayList<>();

  static final class FormatNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    FormatNames() {
      super(ExportFormat.names());
    }
  }

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ExportCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    for (String word : words) {
      if (!Settings.isSetting(word)) {
        throw wrong("Unknown option: " + word);
      }
    }
    if (format.equals(ExportFormat.BUNDLE.toString()) && query == null) {
      return everything();
    }
    ExportRequest request = request();
    var output = Output.named(out);
    if (!output.canBeWritten()) {
      throw wrong("Not a file that can be written: " + out);
    }
    try (var context = Startup.all(application, words)) {
      return export(request, output, context.getBean(Exports.class));
    }
  }

  private int everything() {
    if (variables != null
        || operation != null
        || archive
        || spreadsheetSafe
        || !explode.isEmpty()) {
      throw wrong("A bundle without a query is the whole database: it takes only --out");
    }
    WholeDatabase.refuses(out)
        .ifPresent(
            reason -> {
              throw wrong(reason);
            });
    return WholeDatabase.write(out, words, spec.commandLine().getErr());
  }

  private int export(ExportRequest request, Output output, Exports exports) {
    var err = spec.commandLine().getErr();
    try (var progress = ExportProgress.on(err)) {
      long rows = output.write(stream -> exports.write(request, () -> stream, progress::wrote));
      progress.close();
      err.printf(
          "%d %s written to %s%n",
          rows, request.format() == ExportFormat.BUNDLE ? "lines" : "rows", output);
      err.flush();
      return Commands.WELL;
    } catch (ExportRefused refused) {
      err.println(refused.getMessage());
      return switch (refused.code()) {
        case "UNAVAILABLE" -> Commands.NO_DATABASE;
        case "INTERNAL", "TIMEOUT" -> Commands.FAULT;
        default -> Commands.WRONG_USE;
      };
    } catch (IOException | UncheckedIOException full) {
      err.println("Not written as a whole: " + Fault.reason(full));
      return Commands.FAULT;
    }
  }

  private ExportRequest request() throws IOException {
    if (query == null) {
      throw wrong("Missing: --query");
    }
    ExportFormat wanted =
        ExportFormat.named(format)
            .orElseThrow(
                () ->
                    wrong(
                        "Unknown format: %s. There are %s."
                            .formatted(format, String.join(", ", new FormatNames()))));
    return new ExportRequest(
        text(query), variables(), operation, wanted, archive, explode, spreadsheetSafe);
  }

  private Map<String, Object> variables() throws IOException {
    if (variables == null) {
      return Map.of();
    }
    String text = variables.strip();
    if (!text.startsWith("{")) {
      text = text(Path.of(text));
    }
    try {
      return JsonMapper.shared().readValue(text, new TypeReference<>() {});
    } catch (JacksonException malformed) {
      throw wrong("The variables are no JSON object");
    }
  }

  private String text(Path file) throws IOException {
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw wrong("There is no file to read: " + file);
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException other) {
      throw wrong("Not a text in UTF-8: " + file);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
