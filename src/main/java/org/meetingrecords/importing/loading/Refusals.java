package org.meetingrecords.importing.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows that the database refuses. What works is done for all rows at once; only where
 * that fails, the rows are halved until those are found that it failed for.
 */
final class Refusals {

  /** Something done for the rows from one number to another, both included. */
  interface Work {
    /** Gives how many rows changed. */
    long on(long first, long last) throws SQLException;
  }

  private final Sql sql;
  private final boolean goOn;
  private final Map<Long, String> refused = new LinkedHashMap<>();

  /**
   * @param goOn whether to look for all such rows, instead of the first one
   */
  Refusals(Sql sql, boolean goOn) {
    this.sql = sql;
    this.goOn = goOn;
  }

  /** The numbers of the refused rows, and why. */
  Map<Long, String> refused() {
    return refused;
  }

  /** Does the work for all rows but those that are refused. */
  long run(long first, long last, Work work) throws SQLException {
    long done = halved(first, last, work);
    // A row may have been refused only because another came after it.
    int before;
    do {
      before = refused.size();
      List<Long> again = before > 1 ? new ArrayList<>(refused.keySet()) : List.of();
      for (long row : again) {
        refused.remove(row);
        done += halved(row, row, work);
      }
    } while (refused.size() < before);
    return done;
  }

  private long halved(long first, long last, Work work) throws SQLException {
    if (last < first || !goOn && !refused.isEmpty()) {
      return 0;
    }
    var savepoint = sql.connection().setSavepoint();
    try {
      long done = work.on(first, last);
      sql.connection().releaseSavepoint(savepoint);
      return done;
    } catch (SQLException fault) {
      var reason = Refusal.of(fault);
      if (reason.isEmpty()) {
        throw fault;
      }
      sql.connection().rollback(savepoint);
      if (first == last) {
        refused.put(first, reason.get());
        return 0;
      }
    }
    long middle = first + (last - first) / 2;
    return halved(first, middle, work) + halved(middle + 1, last, work);
  }
}
