package dev.perdure.node;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The key of an outcome in a database: which part of which effect of which engine.
///
/// @param engine the log's identity
/// @param fork which of the copies of the log that go on side by side
/// @param task its id
/// @param branch of the task, as text
/// @param seq the number of the effect in the branch
/// @param part the number of the transaction in the effect
record SqlKey(String engine, String fork, String task, String branch, int seq, int part) {
  /// How many parameters of a statement it takes.
  static final int COLUMNS = 6;

  /// What finds its row. Parameters: the key.
  static final String CONDITION =
      "engine = ? and fork = ? and task = ? and branch = ? and seq = ? and part = ?";

  /// The key of the next part of an effect that is being performed.
  static SqlKey of(Performing now) {
    return new SqlKey(
        now.ownership().life().engine(),
        now.ownership().life().fork(),
        now.task().toString(),
        now.place().branch().toString(),
        now.place().seq(),
        now.parts());
  }

  /// Sets the parameters of a statement from one on, in the order of the table's columns.
  void set(PreparedStatement statement, int from) throws SQLException {
    statement.setString(from, engine);
    statement.setString(from + 1, fork);
    statement.setString(from + 2, task);
    statement.setString(from + 3, branch);
    statement.setInt(from + 4, seq);
    statement.setInt(from + 5, part);
  }

  /// The same for all effects of a branch.
  SqlKey branchKey() {
    return new SqlKey(engine, fork, task, branch, 0, 0);
  }

  /// `task/place`, and the part if it is not the first.
  @Override
  public String toString() {
    var place = branch.equals("root") ? String.valueOf(seq) : branch + "/" + seq;
    return task + "/" + place + (part == 0 ? "" : " part " + part);
  }
}
