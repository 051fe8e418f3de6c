package org.meetingrecords.importing.staging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;

/** What else records are called: by other names, and by the identifiers of others. */
public final class Aliases {

  private final Loader loader;
  private final DataSet data;
  private final Stage names;
  private final Stage identifiers;
  private final Map<List<String>, String> holders = new HashMap<>();

  public Aliases(Loader loader, DataSet data) {
    this.loader = loader;
    this.data = data;
    names =
        loader
            .stage(
                "name",
                Span.names(
                    Stage.RECORD_TABLE,
                    "record_id",
                    "text",
                    "language",
                    "kind",
                    "started*",
                    "ended*"))
            .repeating();
    identifiers =
        loader.stage("identifier", Stage.RECORD_TABLE, "record_id", "scheme", "value").repeating();
  }

  public void name(
      Place place,
      String table,
      String record,
      String text,
      @Nullable String language,
      String kind,
      Span started,
      Span ended) {
    names.add(place, Span.columns(table, record, text, language, kind, started, ended));
  }

  /**
   * What others call the record, by which it is found again beside its key. What another record of
   * these files has already is only kept.
   */
  public void identifier(Place place, String table, String record, String scheme, String value) {
    if (scheme.isBlank() || value.isBlank()) {
      return;
    }
    if (holders.putIfAbsent(List.of(table, record), record) == null && record.contains("=")) {
      int sign = record.indexOf('=');
      identifiers.add(place, table, record, record.substring(0, sign), record.substring(sign + 1));
    }
    String holder = holders.putIfAbsent(List.of(table, scheme, value), record);
    if (holder == null || holder.equals(record)) {
      identifiers.add(place, table, record, scheme, value);
    } else {
      loader
          .report()
          .note("identifiers that another %s has already".formatted(table.replace('_', ' ')));
      data.recorded(place, table, record, scheme, value);
    }
  }
}
