package org.meetingrecords;

import org.meetingrecords.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: a GraphQL API over a database of multilateral meetings. */
@SpringBootApplication
public class MeetingRecords {

  public static void main(String[] arguments) {
    Commands.main(MeetingRecords.class, arguments);
  }
}
