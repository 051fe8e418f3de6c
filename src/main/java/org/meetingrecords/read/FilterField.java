package org.meetingrecords.read;

import org.jspecify.annotations.Nullable;

/** One entry of a type's filter. */
public sealed interface FilterField {

  /** The input type that the entry takes. */
  String inputType();

  /** The slug, which every record has. */
  Plain SLUG = new Plain("{row}.slug", "text", "StringFilter");

  /** A value of the row, as SQL over {@code {row}}. */
  record Plain(String sql, String sqlType, String inputType) implements FilterField {

    /** Whether its values are those of a closed list. */
    public boolean enumeration() {
      return switch (inputType) {
        case "StringFilter", "IntFilter", "DateFilter" -> false;
        default -> true;
      };
    }
  }

  /** A span of days. */
  record Span(String prefix) implements FilterField {
    @Override
    public String inputType() {
      return "SpanFilter";
    }
  }

  /**
   * A to-one link.
   *
   * @param description what it means, where its name alone does not say it
   */
  record Link(String type, String column, @Nullable String description) implements FilterField {
    @Override
    public String inputType() {
      return type + "Filter";
    }
  }

  /** Rows of which {@code some}, {@code none} or {@code every} fulfil a condition. */
  record Rows(String type, Relation relation) implements FilterField {
    @Override
    public String inputType() {
      return type + "ListFilter";
    }
  }

  /** Rows of which some fulfil a condition; what that means is said in words. */
  record Some(String type, Relation relation, String description) implements FilterField {
    @Override
    public String inputType() {
      return type + "Filter";
    }
  }

  /** The same for each of several conditions. */
  record Each(String type, Relation relation, String description) implements FilterField {
    @Override
    public String inputType() {
      return "[" + type + "Filter!]";
    }
  }

  /** Words that its texts hold. */
  record Text(FullText texts, String description) implements FilterField {
    @Override
    public String inputType() {
      return "String";
    }
  }

  /** A link to a record of any type. */
  record AnyRecord(String column, String typeColumn) implements FilterField {
    @Override
    public String inputType() {
      return "RecordFilter";
    }
  }

  /** An identifier from the outside world. */
  record Identifier() implements FilterField {
    @Override
    public String inputType() {
      return "IdentifierInput";
    }
  }
}
