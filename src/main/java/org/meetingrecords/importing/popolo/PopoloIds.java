package org.meetingrecords.importing.popolo;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stopped;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;

/** Which entries there are, in the files and in the database, and by which keys links name them. */
final class PopoloIds {

  static final String SCHEME = "popolo";

  private static final int SHORTEST_OWN_ID = 8;

  private final Map<String, Set<String>> known = new HashMap<>();
  private final Map<String, String> organizationsByName = new HashMap<>();
  private final String dataSet;

  /** The ids of a data set of that name. */
  PopoloIds(Loader loader, String dataSet) {
    this.dataSet = dataSet;
    try (var query =
        loader
            .connection()
            .prepareStatement(
                """
                /* PopoloIds */
                select lower(record_type), value from identifier where scheme = ?
                """)) {
      query.setString(1, SCHEME);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          known(rows.getString(1)).add(rows.getString(2));
        }
      }
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
  }

  private Set<String> known(String type) {
    return known.computeIfAbsent(type, unknown -> new HashSet<>());
  }

  String dataSet() {
    return dataSet;
  }

  /** The value of an id here: one that could be anybody's has the data set before it. */
  String value(String id) {
    boolean own = id.length() >= SHORTEST_OWN_ID && id.matches(".*[/:.#-].*");
    return own ? id : dataSet + "/" + id;
  }

  String key(String id) {
    return SCHEME + "=" + value(id);
  }

  String slug(String id) {
    String slug = Words.slug(id, "");
    return slug.isEmpty() ? dataSet : dataSet + "-" + slug;
  }

  void add(String type, String id) {
    known(type).add(value(id));
  }

  void addOrganization(String id, String name) {
    add("actor", id);
    organizationsByName.putIfAbsent(States.plain(name), id);
  }

  boolean has(String type, String id) {
    return !id.isEmpty() && known(type).contains(value(id));
  }

  /**
   * The organisation of an id: one of the entries, else the one whose name is the last part of the
   * id, as {@code Eduskunta} is of {@code popit.eduskunta/organization/eduskunta}.
   */
  Optional<String> organization(String id) {
    if (id.isEmpty() || has("actor", id)) {
      return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
    return Optional.ofNullable(
        organizationsByName.get(States.plain(id.substring(id.lastIndexOf('/') + 1))));
  }
}
