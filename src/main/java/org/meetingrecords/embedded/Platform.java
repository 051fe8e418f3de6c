package org.meetingrecords.embedded;

import java.util.Locale;

/** Which of the PostgreSQL archives on the classpath fits this machine. */
enum Platform {
  LINUX_AMD64("postgres-linux-x86_64.txz"),
  LINUX_ARM64("postgres-linux-arm_64.txz"),
  /** Universal programs: one archive for both processors. */
  DARWIN("postgres-darwin-arm_64.txz");

  private final String archive;

  Platform(String archive) {
    this.archive = archive;
  }

  String archive() {
    return archive;
  }

  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean amd = processor.equals("amd64") || processor.equals("x86_64");
    if (os.startsWith("mac") && (arm || amd)) {
      return DARWIN;
    }
    if (os.equals("linux") && amd) {
      return LINUX_AMD64;
    }
    if (os.equals("linux") && arm) {
      return LINUX_ARM64;
    }
    throw new DatabaseUnavailable(
        "There is no embedded PostgreSQL for %s on %s: %s"
            .formatted(system, processor, ExternalDatabase.HOW));
  }
}
