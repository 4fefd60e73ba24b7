package dev.perdure.index;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite reports, as problems. Codes: https://sqlite.org/rescode.html.
final class SqliteProblems {
  private static final int PRIMARY = 0xff;

  /// Bytes that are not what was written: no index, or none any more. Constraints and statements
  /// that do not fit are of them, for the writer keeps to its own schema.
  private static final Set<Integer> DAMAGE =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR.code,
          SQLiteErrorCode.SQLITE_CORRUPT.code,
          SQLiteErrorCode.SQLITE_SCHEMA.code,
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code,
          SQLiteErrorCode.SQLITE_NOTADB.code);

  private SqliteProblems() {}

  static int code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode().code & PRIMARY
        : e.getErrorCode() & PRIMARY;
  }

  /// Whether making the file anew helps.
  static boolean isDamage(SQLException e) {
    return DAMAGE.contains(code(e))
        || (e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ);
  }

  /// What SQLite itself says, without the driver's words around it.
  static String message(SQLException e) {
    var text = String.valueOf(e.getMessage());
    int open = text.indexOf('(');
    return text.startsWith("[SQLITE_") && open > 0 && text.endsWith(")")
        ? text.substring(open + 1, text.length() - 1)
        : text;
  }

  static PerdureException unusable(Path file, Exception cause) {
    return new Problem(
            IndexCode.INDEX_UNUSABLE,
            "the index cannot be kept: "
                + (cause instanceof SQLException e ? message(e) : cause.toString()),
            file.toString(),
            "Check the free space and who owns the folder; tasks run without the index, and it is"
                + " derived from the log, so it may be deleted")
        .exception(cause);
  }

  static PerdureException damaged(Path file, Exception cause) {
    return new Problem(
            IndexCode.INDEX_DAMAGED,
            "the index is damaged: "
                + (cause instanceof SQLException e ? message(e) : cause.toString()),
            file.toString(),
            "Delete the folder " + file.getParent() + ": it is made anew from the log")
        .exception(cause);
  }
}
