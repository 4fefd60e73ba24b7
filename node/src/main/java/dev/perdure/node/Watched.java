package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.StartOptions;
import dev.perdure.log.Log;
import org.jspecify.annotations.Nullable;

/// A node's observer, and the thread that tells it of the log. Without an observer there is none.
final class Watched {
  private final Observer observer;
  private final @Nullable Observing observing;
  private Runnable closing = () -> {};

  private Watched(Observer observer, @Nullable Observing observing) {
    this.observer = observer;
    this.observing = observing;
  }

  /// The log as the node uses it.
  static Log log(Log log, Observer observer) {
    return observer.equals(Observer.NONE) ? log : new TimedLog(log, observer);
  }

  /// To be called before anything is appended.
  static Watched of(Observer observer, Log log, Histories histories) {
    return new Watched(
        observer,
        observer.equals(Observer.NONE)
            ? null
            : Observing.start(log, histories, observer, log.end().value()));
  }

  void opened(Node node) {
    closing = observer.opened(node);
  }

  /// What is said of a task that somebody outside starts.
  StartOptions starting(FunctionName function, StartOptions options) {
    if (observing == null) {
      return options;
    }
    var trace = observer.starting(function, options.trace());
    return trace == null ? options : options.withTrace(trace);
  }

  /// The node is about to be closed.
  void closing() {
    closing.run();
    closing = () -> {};
  }

  /// To be called when the writer has ended.
  void close() {
    if (observing != null) {
      observing.close();
    }
  }
}
