package org.meetingrecords.importing.akomantoso;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;

/** Debates as parliaments publish them in Akoma Ntoso: {@code akoma-ntoso}. */
public final class AkomaNtoso implements Format {

  /** By the address that a document gives to people, organisations and roles. */
  static final String SCHEME = "akoma-ntoso";

  @Override
  public String name() {
    return SCHEME;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    var files = new ArrayList<String>();
    for (String file : input.files().keySet()) {
      if (file.toLowerCase(Locale.ROOT).endsWith(".xml")) {
        files.add(file);
      } else {
        loader.report().note("files that are no XML, left out");
      }
    }
    if (files.isEmpty()) {
      throw new FileFault(new Place(SCHEME, 0), "there is no XML among the files");
    }
    input.expect(files);
    var reader = new AkomaNtosoDebate(loader);
    var read = new HashMap<String, String>();
    for (String file : files) {
      try (var xml = Xml.open(input, file)) {
        if (!xml.name().equals("akomaNtoso")) {
          throw new FileFault(
              xml.place(), "the root is <%s>, not <akomaNtoso>".formatted(xml.name()));
        }
        String language = xml.attributes().getOrDefault("lang", "");
        boolean found = false;
        while (!found && xml.next()) {
          if (xml.isStart() && !xml.name().equals("debate")) {
            throw new FileFault(
                xml.place(), "the document is a <%s>, not a <debate>".formatted(xml.name()));
          }
          found = xml.isStart();
        }
        if (!found) {
          throw new FileFault(xml.place(), "there is no <debate> in it");
        }
        reader.read(xml, file, language, read);
      }
    }
  }
}
