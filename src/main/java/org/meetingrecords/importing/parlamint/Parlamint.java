package org.meetingrecords.importing.parlamint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;

/**
 * Corpora of parliamentary debates as the ParlaMint project encodes them in TEI: {@code parlamint}.
 * Lists of organisations and people come first, then the sittings, each a file of its own.
 */
public final class Parlamint implements Format {

  /** Sittings and utterances have ids that hold the corpus's own. */
  static final String SCHEME = "parlamint";

  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String ANNOTATED = ".ana.xml";
  private static final Set<String> ROOTS = Set.of("teiCorpus", "TEI", "listOrg", "listPerson");

  @Override
  public String name() {
    return SCHEME;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    var files = sorted(input, loader);
    var sittings = files.getOrDefault("TEI", List.of());
    var corpora = files.getOrDefault("teiCorpus", List.of());
    if (sittings.isEmpty() && !files.containsKey("listPerson")) {
      throw new FileFault(new Place(SCHEME, 0), "there is no ParlaMint TEI among the files");
    }
    var whole = new ArrayList<String>();
    for (String kind : List.of("teiCorpus", "listOrg", "listPerson", "TEI")) {
      whole.addAll(files.getOrDefault(kind, List.of()));
    }
    input.expect(whole);

    var corpus = new ParlamintCorpus(loader, id(input, whole.getFirst()));
    for (String file : corpora) {
      corpus.read(input, file, sittings);
    }
    if (corpora.isEmpty()) {
      corpus.describe(input, whole.getLast());
    }
    var organizations = new ParlamintOrganizations(loader, corpus);
    var people = new ParlamintPeople(loader, corpus, organizations);
    for (String file : files.getOrDefault("listOrg", List.of())) {
      organizations.read(input, file);
    }
    for (String file : corpora) {
      organizations.read(input, file);
    }
    organizations.relate();
    for (String file : files.getOrDefault("listPerson", List.of())) {
      people.read(input, file);
    }
    for (String file : corpora) {
      people.read(input, file);
    }
    if (people.isEmpty()) {
      throw new FileFault(
          new Place(SCHEME, 0), "there is no list of people (listPerson) among the files");
    }
    var reader = new ParlamintSittings(loader, corpus, organizations, people);
    for (String file : sittings) {
      reader.read(input, file);
    }
  }

  /** The files by the names of their roots; annotated ones are left out where plain ones are. */
  private static Map<String, List<String>> sorted(Input input, Loader loader) throws IOException {
    var files = new LinkedHashMap<String, List<String>>();
    for (String file : input.files().keySet()) {
      if (!file.toLowerCase(Locale.ROOT).endsWith(".xml")) {
        loader.report().note("files that are no XML, left out");
        continue;
      }
      try (var xml = Xml.open(input, file)) {
        if (xml.name().equals("taxonomy")) {
          loader.report().note("taxonomies, whose terms the model has, left out");
          continue;
        }
        if (!xml.namespace().equals(TEI) || !ROOTS.contains(xml.name())) {
          throw new FileFault(
              xml.place(),
              "the root is <%s>, not <TEI>, <teiCorpus>, <listPerson> or <listOrg> of TEI"
                  .formatted(xml.name()));
        }
        String plain =
            file.endsWith(ANNOTATED)
                ? file.substring(0, file.length() - ANNOTATED.length()) + ".xml"
                : file;
        if (plain.equals(file)) {
          files.computeIfAbsent(xml.name(), unknown -> new ArrayList<>()).add(file);
        } else if (input.files().containsKey(plain)) {
          loader.report().note("annotated files left out for their plain ones");
        } else {
          loader.reject(
              new Place(file, 0), "this file is annotated, and there is no plain one " + plain, "");
        }
      }
    }
    return files;
  }

  /**
   * The id of the corpus: {@code ParlaMint-ES-GA} of {@code ParlaMint-ES-GA_2016-05-10-DSPG152}.
   */
  private static String id(Input input, String file) throws IOException {
    try (var xml = Xml.open(input, file)) {
      String id = xml.attributes().getOrDefault("id", "").strip();
      if (id.isEmpty()) {
        throw new FileFault(xml.place(), "<%s> has no xml:id".formatted(xml.name()));
      }
      return id.replaceFirst("_.*|-?list(Org|Person).*", "");
    }
  }
}
