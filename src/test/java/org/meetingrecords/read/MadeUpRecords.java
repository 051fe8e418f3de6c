package org.meetingrecords.read;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** A database of its own with records made for reading, and plain SQL to compare with. */
public final class MadeUpRecords {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Address DATABASE = TestDatabase.migrated("made_up_records");

  private MadeUpRecords() {}

  public static void name(DynamicPropertyRegistry properties) {
    TestDatabase.name(DATABASE, properties);
    properties.add("records.sample", () -> "false");
  }

  /** Once the application has migrated; again is nothing. */
  public static void load() throws SQLException {
    try (Connection connection = DATABASE.connect()) {
      boolean there =
          query(connection, "select to_json(count(*)) from forum").getFirst().asInt() > 0;
      if (!there) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("read/records.sql"));
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("read/texts.sql"));
        connection.createStatement().execute("analyze");
      }
    }
  }

  public static Connection connect() throws SQLException {
    Connection connection = DATABASE.connect();
    connection.createStatement().execute("set time zone 'UTC'");
    return connection;
  }

  /** The first column of each row, which is JSON or null. */
  public static List<JsonNode> query(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<JsonNode>();
        while (rows.next()) {
          String json = rows.getString(1);
          found.add(json == null ? NullNode.getInstance() : JSON.readTree(json));
        }
        return found;
      }
    }
  }

  static String read(String resource) throws IOException {
    return new ClassPathResource(resource)
        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
