package dev.perdure.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the tables of a log that seals its payloads hold of them: nothing. Columns whose texts come
/// out of payloads stay empty, and no text of a task is there to be searched. What is left are
/// names that stand in code, ids, places, times, numbers and sizes.
final class Sealing {
  /// A column whose text is left out.
  ///
  /// @param mark which of the statement's it is, from 0
  /// @param instead what stands there; null where the table lets nothing stand there
  private record Column(int mark, @Nullable String instead) {
    static Column empty(int mark) {
      return new Column(mark, "");
    }

    static Column none(int mark) {
      return new Column(mark, null);
    }
  }

  private static final Map<Sql, List<Column>> COLUMNS =
      Map.ofEntries(
          Map.entry(Sql.EVENT, List.of(Column.empty(4))),
          Map.entry(
              Sql.TASK,
              List.of(
                  Column.none(6),
                  new Column(9, "{}"),
                  Column.empty(11),
                  Column.none(16),
                  Column.empty(22),
                  Column.none(23))),
          Map.entry(Sql.TASK_DEBOUNCED, List.of(new Column(1, "{}"), Column.empty(2))),
          Map.entry(Sql.TASK_MOVED, List.of(Column.none(3))),
          Map.entry(Sql.TASK_ENDED, List.of(Column.empty(2), Column.none(3))),
          Map.entry(Sql.WAIT, List.of(Column.empty(4))),
          Map.entry(Sql.WAIT_FAILED, List.of(Column.empty(1))),
          Map.entry(Sql.DIVERGENCE, List.of(Column.empty(7), Column.empty(8))),
          Map.entry(
              Sql.SHADOW_DIFFERENCE, List.of(Column.empty(9), Column.empty(10), Column.empty(13))),
          Map.entry(Sql.DEPLOY, List.of(Column.empty(6))),
          Map.entry(Sql.LINE, List.of(Column.empty(7))),
          Map.entry(Sql.ROUTE, List.of(Column.empty(7))));

  private Sealing() {}

  /// What is written in the place of a write; empty if nothing is.
  static Optional<Write> of(Write write) {
    if (write.sql() == Sql.TASK_TEXT || write.sql() == Sql.FORGET_TEXT) {
      return Optional.empty();
    }
    var values = write.values().clone();
    for (var column : COLUMNS.getOrDefault(write.sql(), List.of())) {
      if (values[column.mark()] != null) {
        values[column.mark()] = column.instead();
      }
    }
    return Optional.of(new Write(write.sql(), values));
  }
}
