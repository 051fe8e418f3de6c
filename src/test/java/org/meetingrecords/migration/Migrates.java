package org.meetingrecords.migration;

import org.meetingrecords.embedded.Address;
import org.springframework.core.io.DefaultResourceLoader;

/** Migrates a database by the tests' own changelog, as a process that can be killed. */
public final class Migrates {

  public static void main(String[] words) {
    System.out.println("begins");
    System.out.println(migrate(new Address(words[0], words[1], words[2])));
  }

  static Migration migrate(Address address) {
    return new Changelog(new DefaultResourceLoader(), "migration/changelog.yaml").migrate(address);
  }
}
