package dev.perdure.index;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query answers.
///
/// @param columns their names, in order; two may be the same
/// @param rows a value for each column: null, a text, a `Long`, a `Double`, or `byte[]`
/// @param more whether there are more rows than were asked for
public record Rows(List<String> columns, List<List<@Nullable Object>> rows, boolean more) {
  public Rows {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
  }
}
