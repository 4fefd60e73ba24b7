package dev.perdure.server.view;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.TaskId;
import dev.perdure.index.IndexReader;
import dev.perdure.node.Node;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds tasks by what a person typed: an id, or its beginning as long as only one task's begins
/// so.
public final class TaskIds {
  private static final int SHOWN_MAX = 3;

  private TaskIds() {}

  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `AMBIGUOUS_TASK`
  public static TaskId find(Node node, String text) {
    var whole = whole(text);
    return whole != null
        ? whole
        : node.index()
            .map(index -> index.askFresh(reader -> find(reader, text)).answer())
            .orElseGet(() -> only(node.read(state -> beginning(all(state), text)), text));
  }

  /// The id that is written out; null if it is not. Whether there is such a task is for those to
  /// tell who are asked for it.
  private static @Nullable TaskId whole(String text) {
    try {
      var id = TaskId.parse(text);
      return id.toString().equals(text) ? id : null; // the JDK pads what is shorter
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// The one task that was found.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `AMBIGUOUS_TASK`
  private static TaskId only(List<TaskId> found, String text) {
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw Problem.of(
              EngineCode.UNKNOWN_TASK,
              "there is no task " + text,
              "Look its id up with `perdure task list`")
          .exception();
    }
    throw Problem.of(
            ViewCode.AMBIGUOUS_TASK,
            "the ids of several tasks begin with " + text + ", such as " + found,
            "Type more of the id")
        .exception();
  }

  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `AMBIGUOUS_TASK`
  public static TaskId find(Stream<TaskId> ids, String text) {
    return only(beginning(ids, text), text);
  }

  private static List<TaskId> beginning(Stream<TaskId> ids, String text) {
    return ids.filter(id -> id.toString().startsWith(text)).distinct().limit(SHOWN_MAX).toList();
  }

  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `AMBIGUOUS_TASK`
  public static TaskId find(IndexReader reader, String text) {
    return find(reader.ids(text, SHOWN_MAX).stream().map(TaskId::parse), text);
  }

  /// Every task there is.
  public static Stream<TaskId> all(EngineState state) {
    return Stream.of(state.tasks(), state.ended(), state.imported())
        .flatMap(tasks -> tasks.keySet().stream());
  }
}
