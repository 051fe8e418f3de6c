package org.meetingrecords.importing.bundle;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.meetingrecords.bundle.Bundle;
import org.meetingrecords.bundle.BundleType;
import org.meetingrecords.bundle.Layout;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Lines;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.loading.Stopped;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The project's own format: NDJSON, a record a line, in any order and any number of files. */
public final class Bundles implements Format {

  private static final int SHOWN = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public String name() {
    return "bundle";
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    var files = input.ending(Bundle.ENDING);
    if (files.isEmpty()) {
      throw new FileFault(
          new Place(name(), 0), "there is no file whose name ends in " + Bundle.ENDING);
    }
    input.expect(files);
    var reading = new Reading(loader, layout(loader));
    for (String file : files) {
      try (var lines = Lines.of(input, file)) {
        String line = lines.next();
        if (line == null) {
          throw new FileFault(new Place(file, 0), "the file is empty");
        }
        for (; line != null; line = lines.next()) {
          if (!line.isBlank()) {
            reading.line(lines.place(), line);
          }
        }
      }
    }
  }

  private static SequencedMap<String, BundleType> layout(Loader loader) {
    try {
      return Layout.of(loader.connection()).lines();
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
  }

  /** The lines on their way to the tables. */
  private static final class Reading {

    private final Loader loader;
    private final Map<String, BundleType> types;
    private final Map<String, Stage> stages = new HashMap<>();
    private final BundleRows rows;

    Reading(Loader loader, SequencedMap<String, BundleType> types) {
      this.loader = loader;
      this.types = types;
      this.rows = new BundleRows(types.values());
    }

    void line(Place place, String line) {
      String read = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
      try {
        var object = parsed(line);
        for (var row : rows.of(type(object), object)) {
          stage(row).addAs(place, row.key(), row.values().toArray());
        }
      } catch (WrongLine wrong) {
        loader.reject(place, wrong.reason(), read);
      }
    }

    private static ObjectNode parsed(String line) throws WrongLine {
      JsonNode read;
      try {
        read = JSON.readTree(line);
      } catch (JacksonException fault) {
        throw new WrongLine(
            "this is not JSON, at character %d: %s"
                .formatted(fault.getLocation().getColumnNr(), fault.getOriginalMessage()));
      }
      if (read instanceof ObjectNode object) {
        return object;
      }
      throw new WrongLine("a line is one JSON object, and this is none");
    }

    private BundleType type(ObjectNode line) throws WrongLine {
      JsonNode named = line.get("type");
      BundleType type = named == null || !named.isString() ? null : types.get(named.stringValue());
      if (type == null) {
        throw new WrongLine(
            (named == null ? "\"type\" is missing" : "there is no type " + named)
                + "; there are "
                + String.join(", ", types.keySet()));
      }
      return type;
    }

    private Stage stage(BundleRows.Row row) {
      return stages.computeIfAbsent(
          row.table(),
          table -> {
            var stage = loader.stage(table, row.columns().toArray(String[]::new));
            return row.record() ? stage.once() : stage.counting();
          });
    }
  }
}
