package org.meetingrecords.cli;

import java.io.IOException;
import java.util.Properties;
import org.meetingrecords.migration.Changelog;
import org.springframework.core.io.DefaultResourceLoader;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, and which level of the database it knows. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    var loader = new DefaultResourceLoader();
    return new String[] {
      "meeting-records " + build(loader), "database " + new Changelog(loader).level()
    };
  }

  private static String build(DefaultResourceLoader loader) throws IOException {
    var resource = loader.getResource("META-INF/build-info.properties");
    if (!resource.exists()) {
      return "(not built by Maven)";
    }
    var properties = new Properties();
    try (var stream = resource.getInputStream()) {
      properties.load(stream);
    }
    return properties.getProperty("build.version", "(no version)");
  }
}
