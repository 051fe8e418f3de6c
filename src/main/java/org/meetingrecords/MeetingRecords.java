package org.meetingrecords;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: a GraphQL API over a database of multilateral meetings. */
@SpringBootApplication
public class MeetingRecords {

  public static void main(String[] arguments) {
    SpringApplication.run(MeetingRecords.class, arguments);
  }
}
