package org.meetingrecords;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Tests that share nothing with those of other classes, such as a database or the standard output,
 * and so may run beside them. Among themselves they run one after another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(value = ExecutionMode.CONCURRENT, reason = "shares nothing with other classes")
@ResourceLock(providers = BesideOthers.OneOfAClassAtATime.class)
public @interface BesideOthers {

  /** A lock that a class holds keeps its tests in one thread. */
  final class OneOfAClassAtATime implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> tests) {
      return Set.of(new Lock(tests.getName()));
    }
  }
}
