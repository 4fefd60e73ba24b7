package dev.perdure.node;

import dev.perdure.index.IndexReader;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/// Readers of an index, and the platform threads they run on: a call of SQLite's driver pins its
/// thread, and virtual ones share theirs with tasks. Who asks while all are at work waits.
final class IndexReaders implements AutoCloseable {
  private final Path directory;
  private final Queue<IndexReader> free = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Limits.INDEX_READERS,
          Thread.ofPlatform().name("perdure index reader ", 0).daemon().factory());

  IndexReaders(Path directory) {
    this.directory = directory;
  }

  /// Has a question answered, unless this is closed.
  <T> void ask(CompletableFuture<T> answer, Function<IndexReader, T> question) {
    try {
      threads.execute(() -> complete(answer, question));
    } catch (RejectedExecutionException closed) {
      // The writer has ended, which tells everybody who waits for an answer.
      return;
    }
  }

  private <T> void complete(CompletableFuture<T> answer, Function<IndexReader, T> question) {
    try {
      answer.complete(ask(question));
    } catch (RuntimeException | LinkageError e) {
      answer.completeExceptionally(e);
    }
  }

  /// A reader that failed is not used again.
  private <T> T ask(Function<IndexReader, T> question) {
    var reader = reader();
    T answer;
    try {
      answer = question.apply(reader);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
    free.add(reader);
    return answer;
  }

  private IndexReader reader() {
    var kept = free.poll();
    if (kept == null) {
      return IndexReader.open(directory);
    }
    if (kept.isCurrent()) {
      return kept;
    }
    kept.close();
    return IndexReader.open(directory);
  }

  @Override
  public void close() {
    threads.close();
    for (var reader = free.poll(); reader != null; reader = free.poll()) {
      reader.close();
    }
  }
}
