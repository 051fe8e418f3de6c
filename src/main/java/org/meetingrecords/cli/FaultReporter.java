package org.meetingrecords.cli;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring Boot from printing pages about a fault that the command tells in one line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FaultReporter implements SpringBootExceptionReporter {

  /** Spring Boot finds this by META-INF/spring.factories and hands over the failed context. */
  FaultReporter(ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    return Fault.of(failure).isForeseen();
  }
}
