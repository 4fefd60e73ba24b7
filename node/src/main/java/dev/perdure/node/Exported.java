package dev.perdure.node;

import dev.perdure.engine.Event;
import dev.perdure.engine.Origin;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Hash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A task with all that its replay needs, on any machine: [Node#exportTask] makes it,
/// [Node#importTask] takes it in.
///
/// @param task its id, which it keeps
/// @param origin what the engine it ran in knew of versions
/// @param history all its events, from its start on
/// @param universes the packed classes of each universe that `origin` names, by its hash
public record Exported(
    TaskId task, Origin origin, List<Event.OfTask> history, Map<Hash, byte[]> universes) {
  public Exported {
    history = List.copyOf(history);
    universes = Map.copyOf(universes);
  }

  static Exported of(Origin origin, List<Event.OfTask> history, UniverseStore store) {
    var universes = new TreeMap<Hash, byte[]>();
    for (var universe : origin.universes().values()) {
      universes.computeIfAbsent(universe.hash(), store::packed);
    }
    return new Exported(Event.Started.of(history).task(), origin, history, universes);
  }

  /// The content of the file that this task travels as.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE` if its history is too long
  public byte[] toBytes() {
    return ExportFile.write(this);
  }

  /// Reads a file back. It may come from anybody: what is in it is checked here and when it is
  /// imported.
  ///
  /// @throws dev.perdure.value.PerdureException `EXPORT_UNREADABLE`, `EVENT_UNREADABLE`,
  ///   `VALUE_TOO_LARGE`
  public static Exported fromBytes(byte[] file) {
    return ExportFile.read(file);
  }
}
