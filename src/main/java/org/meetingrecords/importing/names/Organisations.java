package org.meetingrecords.importing.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds organisations, blocs and bodies that the database knows by name, over their spellings. */
public final class Organisations {

  /** Names in use for groups that the reference data call otherwise. */
  private static final Map<String, String> ALSO =
      Map.of("movement non aligned countries", "non-aligned-movement");

  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();

  /** All but those that an earlier import made under this scheme of identifiers. */
  public Organisations(Connection connection, String ownScheme) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
                /* Organisations.new */
                select actor.slug, actor.kind, actor.name, actor.short_name, name.text
                from actor left join name on name.record_id = actor.id
                where not exists (
                  select from identifier where identifier.record_id = actor.id and identifier.scheme = ?)
                order by actor.id, name.id
                """)) {
      statement.setString(1, ownScheme);
      var rows = statement.executeQuery();
      while (rows.next()) {
        String slug = rows.getString(1);
        String kind = rows.getString(2);
        kinds.put(slug, kind);
        if (!kind.equals("STATE") && !kind.equals("HISTORIC_STATE") && !kind.equals("TERRITORY")) {
          for (int column = 3; column <= 5; column++) {
            String name = rows.getString(column);
            if (name != null) {
              byName.putIfAbsent(plain(name), slug);
            }
          }
        }
      }
    }
  }

  private static String plain(String name) {
    return States.plain(name)
        .replace("organisation", "organization")
        .replace("co operation", "cooperation");
  }

  /** The slug of the one that has this name. */
  public Optional<String> find(String name) {
    String plain = plain(name);
    return Optional.ofNullable(byName.getOrDefault(plain, ALSO.get(plain)));
  }

  /** The kind of any actor, states too, but for those that were left out. */
  public Optional<String> kind(String slug) {
    return Optional.ofNullable(kinds.get(slug));
  }
}
