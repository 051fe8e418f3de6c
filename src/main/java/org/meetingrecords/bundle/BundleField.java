package org.meetingrecords.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field of an object in a bundle, and where in the database its value is. */
public sealed interface BundleField {

  String name();

  /** Whether every object has it: the database neither does without it nor fills it in. */
  boolean required();

  /** What a value looks like. */
  enum Kind {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    TRUTH,
    DAY
  }

  /**
   * A plain value, or a list of them.
   *
   * @param values of a closed list; empty where any will do
   * @param otherwise what it is where the field is absent, as PostgreSQL writes it; null where it
   *     is then nothing
   */
  record Value(
      String name,
      String column,
      Kind kind,
      boolean list,
      List<String> values,
      boolean required,
      @Nullable String otherwise)
      implements BundleField {}

  /** A {@code DateSpan}, in four columns that begin with its prefix. */
  record Span(String name, String prefix) implements BundleField {

    @Override
    public boolean required() {
      return false;
    }
  }

  /** A row of one table, by slug, identifier or key. */
  record Link(String name, String column, String target, boolean required) implements BundleField {}

  /** A record of any type, with the type beside it. */
  record AnyLink(String name, String column, boolean required) implements BundleField {}

  /** Rows of one table, linked through a table that holds nothing else. */
  record Links(String name, String table, String owner, String column, String target)
      implements BundleField {

    @Override
    public boolean required() {
      return false;
    }
  }

  /**
   * Objects that belong to this one.
   *
   * @param owner the column that says to which
   */
  record Parts(String name, String owner, BundleType type) implements BundleField {

    @Override
    public boolean required() {
      return false;
    }
  }
}
