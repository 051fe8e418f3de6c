package org.meetingrecords.migration;

import org.meetingrecords.embedded.Database;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * Migrates before anybody can ask: the address that Boot's connection pool is made with comes out
 * of the migration, so whoever is given a {@code DataSource} finds the tables of this application.
 */
@Configuration(proxyBeanMethods = false)
public class MigrationConfiguration {

  @Bean
  Changelog changelog(ResourceLoader loader) {
    return new Changelog(loader);
  }

  @Bean
  Migration migration(Changelog changelog, Database database) {
    var migration = changelog.migrate(database.address());
    LoggerFactory.getLogger(Migration.class).info("{}", migration);
    return migration;
  }

  @Bean
  Roles roles(Database database, Migration migration) {
    return Roles.of(database.address(), migration.applied() > 0);
  }

  /** What sets the database up, as with the sample records; requests are read by the reader. */
  @Bean
  JdbcConnectionDetails connectionDetails(Roles roles) {
    var address = roles.owner();
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return address.username();
      }

      @Override
      public String getPassword() {
        return address.password();
      }

      @Override
      public String getJdbcUrl() {
        return address.url();
      }
    };
  }
}
