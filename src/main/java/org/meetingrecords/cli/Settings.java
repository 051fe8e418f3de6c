package org.meetingrecords.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Settings given on the command line, which go to Spring as they are. */
final class Settings {

  private static final Pattern SETTING =
      Pattern.compile("--[a-z][\\w-]*([.\\[][\\w.\\[\\]-]+)+=.*");

  @Parameters(
      paramLabel = "--NAME=VALUE",
      arity = "0..*",
      description = "Any setting, as --server.port=9090 or --records.data-directory=FOLDER.")
  private List<String> words = new ArrayList<>();

  static boolean isSetting(String word) {
    return SETTING.matcher(word).matches();
  }

  String[] checked(CommandSpec spec, String expected) {
    for (String word : words) {
      if (!isSetting(word)) {
        throw new ParameterException(
            spec.commandLine(), "Unknown %s: %s".formatted(expected, word));
      }
    }
    return words.toArray(String[]::new);
  }
}
