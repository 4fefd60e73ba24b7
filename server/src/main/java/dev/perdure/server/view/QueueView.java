package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Queues;
import dev.perdure.server.json.Data;
import java.util.List;

/// The limit of a function, and how many of its tasks run and wait.
public record QueueView(Queues.Count count) {

  /// All of them, by function.
  public static List<QueueView> all(EngineState state) {
    return state.queues().counts().stream().map(QueueView::new).toList();
  }

  /// For programs.
  public Data data() {
    var limit = count.limit();
    var data = Data.of("function", count.function());
    if (limit.runningMax() > 0) {
      data.with("atOnce", limit.runningMax());
    }
    if (limit.rateMax() > 0) {
      data.with("rate", limit.rateMax()).with("rateMillis", limit.rateMillis());
    }
    return data.with("perKey", limit.perKey())
        .with("running", count.running())
        .with("waiting", count.waiting());
  }
}
