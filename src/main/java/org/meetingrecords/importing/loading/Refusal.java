package org.meetingrecords.importing.loading;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why the database does not take a row, in words for whoever wrote the row. */
final class Refusal {

  private static final String NOT_NULL = "23502";

  /** As in {@code COPY stage_forum, line 1, column slug: "Not a slug"}. */
  private static final Pattern COLUMN = Pattern.compile("column (\\w+): (\".*\")$", Pattern.DOTALL);

  private Refusal() {}

  /** The reason; none where something else than the row is at fault. */
  static Optional<String> of(SQLException fault) {
    String state = String.valueOf(fault.getSQLState());
    if (!state.startsWith("22") && !state.startsWith("23")) {
      return Optional.empty();
    }
    ServerErrorMessage error =
        fault instanceof PSQLException told ? told.getServerErrorMessage() : null;
    if (error == null) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
    String where = String.valueOf(error.getWhere());
    var column = COLUMN.matcher(where.lines().findFirst().orElse(""));
    if (column.find()) {
      return Optional.of(
          "\"%s\" cannot be %s: %s"
              .formatted(column.group(1), column.group(2), error.getMessage()));
    }
    if (state.equals(NOT_NULL)) {
      return Optional.of("\"%s\" is missing".formatted(error.getColumn()));
    }
    return Optional.of(
        error.getConstraint() == null
            ? String.valueOf(error.getMessage())
            : "the rule %s of the database forbids it%s"
                .formatted(
                    error.getConstraint(),
                    error.getDetail() == null || error.getDetail().startsWith("Failing row")
                        ? ""
                        : ": " + error.getDetail()));
  }
}
