package org.meetingrecords.embedded;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Chooses the database: the one that the environment names, else the embedded one. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

  /** Set by commands that may run beside a server on the same data folder. */
  public static final String SHARED = "records.data-directory-shared";

  /** Closed by Spring after all that was made with it, the connection pool among them. */
  @Bean(destroyMethod = "close")
  Database database(Environment environment) {
    String url = environment.getProperty("spring.datasource.url");
    if (StringUtils.hasText(url)) {
      return ExternalDatabase.at(
          new Address(
              url,
              environment.getProperty("spring.datasource.username", ""),
              environment.getProperty("spring.datasource.password", "")));
    }
    Path folder = Path.of(environment.getProperty("records.data-directory", ".data"));
    return environment.getProperty(SHARED, Boolean.class, false)
        ? EmbeddedDatabase.share(folder)
        : EmbeddedDatabase.hold(folder);
  }
}
