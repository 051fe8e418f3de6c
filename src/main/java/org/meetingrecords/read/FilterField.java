package org.meetingrecords.read;

/** One entry of a type's filter. */
public sealed interface FilterField {

  /** The input type that the entry takes. */
  String inputType();

  /** A plain column. */
  record Plain(String column, String sqlType, String inputType) implements FilterField {

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

  /** A to-one link. */
  record Link(String type, String column) implements FilterField {
    @Override
    public String inputType() {
      return type + "Filter";
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
