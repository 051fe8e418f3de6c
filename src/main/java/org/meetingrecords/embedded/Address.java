package org.meetingrecords.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a database is, and who is let in. */
public record Address(String url, String username, String password) {

  /** Opens a connection outside any pool. */
  public Connection connect() throws SQLException {
    var properties = new Properties();
    if (!username.isEmpty()) {
      properties.setProperty("user", username);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("ApplicationName", "meeting-records");
    return DriverManager.getConnection(url, properties);
  }

  /** The address as it may be shown: a URL's parameters can hold a password. */
  public String shown() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return shown();
  }
}
