package org.meetingrecords.importing.parlamint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;

/**
 * A list of organisations or people, entry by entry. Where its XML breaks off inside an entry, that
 * entry is rejected, and reading goes on at the next one that begins a line.
 */
final class ParlamintList {

  private final Input input;
  private final String file;
  private final Loader loader;

  ParlamintList(Input input, String file, Loader loader) {
    this.input = input;
    this.file = file;
    this.loader = loader;
  }

  /** Reads all elements of these names that are not inside one another. */
  void read(Set<String> names, Consumer<XmlElement> taker) throws IOException {
    Xml xml = Xml.open(input, file);
    while (xml != null) {
      xml = take(xml, names, taker);
    }
  }

  private @Nullable Xml take(Xml opened, Set<String> names, Consumer<XmlElement> taker)
      throws IOException {
    try (var xml = opened) {
      while (xml.next()) {
        if (xml.isStart() && names.contains(xml.name())) {
          taker.accept(xml.element());
        }
      }
      return null;
    } catch (FileFault fault) {
      loader.reject(fault.place(), fault.reason(), "");
      return after(fault.place().line(), names);
    }
  }

  /** The rest of the list, from the first entry that begins after a line; none where none does. */
  private @Nullable Xml after(long faulty, Set<String> names) throws IOException {
    var rest = new StringBuilder();
    long before = 0;
    try (var lines = new BufferedReader(input.text(file))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (rest.isEmpty() && number > faulty && begins(line.strip(), names)) {
          before = number - 1;
          rest.append("<rest>");
        }
        if (!rest.isEmpty()) {
          rest.append(line).append('\n');
        }
      }
    }
    if (rest.isEmpty()) {
      return null;
    }
    return again(rest.toString().strip(), before);
  }

  private static boolean begins(String line, Set<String> names) {
    return names.stream().anyMatch(name -> line.startsWith("<" + name + " "));
  }

  private Xml again(String list, long before) throws IOException {
    // The end tag of the list that it was part of closes this one.
    String end = list.substring(Math.max(0, list.lastIndexOf("</") + 2), list.length() - 1);
    return Xml.at(file, before, new StringReader(list.replaceFirst("<rest>", "<" + end + ">")));
  }
}
