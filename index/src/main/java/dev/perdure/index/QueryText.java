package dev.perdure.index;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The SQL of a person, which has to be one query.
///
/// Three fences keep it from changing anything, each enough by itself for what is in the file: the
/// file is opened for reading only, `query_only` is set, and SQLite's own grammar has to take the
/// text as a part of a query, where nothing but a query can stand. The last one also keeps out what
/// the others leave: pragmas, which would unset them, and other files.
record QueryText(String sql) {
  private static final Pattern COMMENTS =
      Pattern.compile("(?s)\\A(?:\\s+|--[^\n]*(?:\n|\\z)|/\\*.*?\\*/)+");
  private static final Pattern PLAN = Pattern.compile("(?i)\\Aexplain\\s+query\\s+plan\\b");
  private static final Pattern QUERY = Pattern.compile("(?i)\\A(?:select|with|values)\\b.*");
  private static final Pattern NEAR = Pattern.compile("(?s)near \"(.*)\": syntax error");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?:no such (?:column|table|function|collation sequence)|ambiguous column name): (.*?)"
              + "(?: - should .*)?");
  private static final int PLACES_TRIED_MAX = 64;

  /// Checks that the text is one query.
  ///
  /// @throws PerdureException `SQL_INVALID`, `SQL_NOT_A_QUERY`, `SQL_TOO_COSTLY`
  static QueryText check(String text, Connection connection) throws SQLException {
    if (text.length() > Limits.SQL_CHARS_MAX) {
      throw Problem.of(
              IndexCode.SQL_TOO_COSTLY,
              "the SQL has " + text.length() + " characters, more than " + Limits.SQL_CHARS_MAX,
              "Ask with less")
          .exception();
    }
    var query = new QueryText(text.replaceFirst("[;\\s]+\\z", ""));
    query.check(connection);
    return query;
  }

  private void check(Connection connection) throws SQLException {
    var plain = asked();
    if (!QUERY.matcher(firstLine(plain)).matches()) {
      throw notAQuery("the SQL is no query: it begins with `" + firstWord(plain) + "`");
    }
    // What begins so has no effect when it is prepared, whatever follows.
    var wrong = error(sql, connection);
    if (wrong != null) {
      throw invalid(wrong, connection);
    }
    if (error("select * from (\n" + plain + "\n)", connection) != null) {
      throw notAQuery("the SQL is more than one query, or changes something");
    }
  }

  /// The text without comments in front, and without the wish to be told the plan.
  private String asked() {
    var start = withoutComments(sql);
    var plan = PLAN.matcher(start);
    return plan.find() ? withoutComments(start.substring(plan.end())) : start;
  }

  private static String withoutComments(String text) {
    return COMMENTS.matcher(text).replaceFirst("");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String firstWord(String text) {
    return text.split("\\s", 2)[0];
  }

  /// What SQLite says against a text; null if nothing.
  private static @Nullable String error(String sql, Connection connection) throws SQLException {
    try (var _ = connection.prepareStatement(sql)) {
      return null;
    } catch (SQLException e) {
      if (SqliteProblems.code(e) != SQLiteErrorCode.SQLITE_ERROR.code) {
        throw e;
      }
      return SqliteProblems.message(e);
    }
  }

  private PerdureException invalid(String error, Connection connection) throws SQLException {
    return new Problem(
            IndexCode.SQL_INVALID,
            error,
            where(place(error, connection)),
            "The SQL is that of SQLite; `select name, sql from sqlite_schema` shows the tables and"
                + " their columns")
        .exception();
  }

  private static PerdureException notAQuery(String what) {
    return Problem.of(
            IndexCode.SQL_NOT_A_QUERY,
            what,
            "Ask one query that begins with select, values or with; the index is derived from the"
                + " log and cannot be changed")
        .exception();
  }

  private String where(int at) {
    var before = sql.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return "sql:" + line + ":" + (at - (before.lastIndexOf('\n') + 1) + 1);
  }

  /// Where in the text the error is: SQLite names the word, not the place.
  private int place(String error, Connection connection) throws SQLException {
    var near = NEAR.matcher(error);
    if (near.matches()) {
      return syntaxError(near.group(1), error, connection);
    }
    var unknown = UNKNOWN.matcher(error);
    if (unknown.matches()) {
      return word(unknown.group(1));
    }
    return error.equals("incomplete input") ? sql.length() : 0;
  }

  /// The first place of the word at which SQLite stops when it sees no more than that.
  private int syntaxError(String word, String error, Connection connection) throws SQLException {
    int at = sql.indexOf(word);
    for (int tried = 0; at >= 0 && tried < PLACES_TRIED_MAX; tried++) {
      if (error.equals(error(sql.substring(0, at + word.length()), connection))) {
        return at;
      }
      at = sql.indexOf(word, at + 1);
    }
    return Math.max(0, sql.indexOf(word));
  }

  private int word(String name) {
    var matcher =
        Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(sql);
    return matcher.find() ? matcher.start() : 0;
  }
}
