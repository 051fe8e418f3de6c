package org.meetingrecords.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** Where a database is, and who is let in. */
public record Address(String url, String username, String password) {

  /** Opens a connection outside any pool. */
  public Connection connect() throws SQLException {
    return connect(new Properties());
  }

  /** The same, where the server is not waited for longer than some seconds at each step. */
  public Connection connect(int seconds) throws SQLException {
    var properties = new Properties();
    for (String timeout : List.of("connectTimeout", "socketTimeout", "loginTimeout")) {
      properties.setProperty(timeout, String.valueOf(seconds));
    }
    return connect(properties);
  }

  private Connection connect(Properties properties) throws SQLException {
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
