package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes conditions on single values: texts, numbers, days, values of closed lists, spans. */
final class ColumnSql {
  private final Binds binds;

  ColumnSql(Binds binds) {
    this.binds = binds;
  }

  /** What each operator asks of a value; {@code true} where none is given. */
  String plain(FilterField.Plain field, String row, Map<String, @Nullable Object> operators) {
    String value = field.sql().replace("{row}", row);
    boolean text = field.inputType().equals("StringFilter");
    var conditions = new ArrayList<String>();
    operators.forEach(
        (operator, operand) -> {
          if (operand != null) {
            conditions.add(
                text && !operator.equals("isNull")
                    ? text(inLowerCase(field, value), operator, operand)
                    : compared(value, operator, operand, field.sqlType()));
          }
        });
    return Conditions.all(conditions);
  }

  /** A slug has no capitals. */
  private static String inLowerCase(FilterField.Plain field, String value) {
    return field.equals(FilterField.SLUG) ? value : "lower(" + value + ")";
  }

  /** Upper and lower case are the same. */
  private String text(String value, String operator, Object operand) {
    return switch (operator) {
      case "eq" -> "%s = lower(%s)".formatted(value, binds.bind(operand, "text"));
      case "in" -> "%s = any (lower_all(%s))".formatted(value, binds.bind(operand, "text[]"));
      case "startsWith" ->
          "%s like lower(%s)".formatted(value, binds.bind(escaped(operand) + "%", "text"));
      case "contains" ->
          "%s like lower(%s)".formatted(value, binds.bind("%" + escaped(operand) + "%", "text"));
      default -> throw new IllegalStateException("no operator " + operator);
    };
  }

  private String compared(String value, String operator, Object operand, String type) {
    return switch (operator) {
      case "eq" -> value + " = " + binds.bind(operand, type);
      case "in" -> value + " = any (" + binds.bind(operand, type + "[]") + ")";
      case "notIn" ->
          "(%s = any (%s)) is not true".formatted(value, binds.bind(operand, type + "[]"));
      case "lt" -> value + " < " + binds.bind(operand, type);
      case "lte" -> value + " <= " + binds.bind(operand, type);
      case "gt" -> value + " > " + binds.bind(operand, type);
      case "gte" -> value + " >= " + binds.bind(operand, type);
      case "isNull" -> value + ((Boolean) operand ? " is null" : " is not null");
      default -> throw new IllegalStateException("no operator " + operator);
    };
  }

  /** The span lies within these days. */
  String span(String prefix, String row, Map<String, @Nullable Object> days) {
    var conditions = new ArrayList<String>();
    if (days.get("from") != null) {
      conditions.add(
          "%s.%s_from >= %s".formatted(row, prefix, binds.bind(days.get("from"), "date")));
    }
    if (days.get("to") != null) {
      conditions.add("%s.%s_to <= %s".formatted(row, prefix, binds.bind(days.get("to"), "date")));
    }
    if (days.get("isNull") instanceof Boolean isNull) {
      conditions.add("%s.%s_precision is %s".formatted(row, prefix, isNull ? "null" : "not null"));
    }
    return Conditions.all(conditions);
  }

  /** For {@code like}: what a client sends stands for itself. */
  static String escaped(Object text) {
    return text.toString().replaceAll("([\\\\%_])", "\\\\$1");
  }
}
