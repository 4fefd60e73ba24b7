package dev.perdure.node;

import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.Lag;
import dev.perdure.log.Log;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The tables that a node keeps in step with its log, to be asked: nothing of it runs on the
/// writer's thread. Safe for use by many threads; calls block until they are answered.
public final class NodeIndex {
  private static final Duration BEHIND_MAX = Duration.ofMillis(Limits.INDEX_BEHIND_MILLIS_MAX);

  private final Indexing indexing;
  private final IndexReaders readers;
  private final Writer writer;
  private final Log log;

  NodeIndex(Path directory, Indexing indexing, Writer writer, Log log) {
    this.indexing = indexing;
    this.readers = new IndexReaders(directory);
    this.writer = writer;
    this.log = log;
  }

  /// Asks the tables as they are. If they cannot be kept just now, that is tried again, and they
  /// answer only if it helps: what they lack then would never come.
  ///
  /// @param question run on a platform thread; must not keep the reader
  /// @throws dev.perdure.value.PerdureException `INDEX_UNUSABLE`, `INDEX_DAMAGED`, `INDEX_BEHIND`
  ///   if they are still being opened, and what the question throws
  public <T> IndexAnswer<T> ask(Function<IndexReader, T> question) {
    return figures().problem() == null ? answer(0, question) : askFresh(question);
  }

  /// Asks the tables as soon as they hold all that is durable now: what the caller was told is done
  /// is in the answer.
  ///
  /// @throws dev.perdure.value.PerdureException `INDEX_BEHIND` if that takes too long, and as
  ///   [#ask]
  public <T> IndexAnswer<T> askFresh(Function<IndexReader, T> question) {
    return answer(log.durable().value(), question);
  }

  private <T> IndexAnswer<T> answer(long offset, Function<IndexReader, T> question) {
    reach(offset);
    var answer = new CompletableFuture<IndexAnswer<T>>();
    return writer.await(answer, () -> readers.ask(answer, reader -> answer(reader, question)));
  }

  private void reach(long offset) {
    if (indexing.reached(offset)) {
      return;
    }
    var waiting = new Indexing.Awaited(offset, new CompletableFuture<>());
    try {
      if (writer.await(waiting.there(), () -> indexing.tell(waiting), BEHIND_MAX).isEmpty()) {
        throw behind(offset);
      }
    } finally {
      indexing.forget(waiting);
    }
  }

  /// Waits until the tables hold all events before an offset, if that does not take too long.
  void reachIfPossible(long offset) {
    try {
      reach(offset);
    } catch (PerdureException _) {
      // They are made anew then.
    }
  }

  private RuntimeException behind(long offset) {
    long events = Math.max(0, offset - indexing.figures().events());
    return Problem.of(
            IndexCode.INDEX_BEHIND,
            "after " + BEHIND_MAX.toSeconds() + " s the index still lacks " + events + " events",
            "Ask again, or ask for what the index has by now: the answer says how far it is behind")
        .exception();
  }

  /// The lag is that of the moment before the question.
  private <T> IndexAnswer<T> answer(IndexReader reader, Function<IndexReader, T> question) {
    var lag = lag(reader);
    return new IndexAnswer<>(question.apply(reader), lag);
  }

  private Lag lag(IndexReader reader) {
    long events = log.durable().value() - reader.position().nextOffset();
    return events <= 0 ? Lag.NONE : new Lag(events, indexing.behindMillis());
  }

  /// How the index fares.
  public Node.IndexFigures figures() {
    return indexing.figures();
  }

  /// To be called when the writer has ended.
  void close() {
    indexing.close();
    readers.close();
  }
}
