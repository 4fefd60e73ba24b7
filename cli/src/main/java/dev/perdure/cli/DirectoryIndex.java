package dev.perdure.cli;

import dev.perdure.index.Index;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.Lag;
import dev.perdure.log.Log;
import dev.perdure.log.LogCode;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.node.IndexAnswer;
import dev.perdure.server.IndexSource;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The index of a data directory, brought up to date before it is asked if nobody owns the
/// directory; else as its owner keeps it.
final class DirectoryIndex implements IndexSource {
  private static final long PROGRESS_NANOS = 1_000_000_000;
  private final Path directory;
  private final LogSettings log;
  private final Terminal terminal;

  /// @param directory a data directory that is there
  /// @param log how its log is opened
  DirectoryIndex(Path directory, LogSettings log, Terminal terminal) {
    this.directory = directory;
    this.log = log;
    this.terminal = terminal;
  }

  @Override
  public <T> IndexAnswer<T> ask(boolean fresh, Function<IndexReader, T> question) {
    var owned = catchUp(false);
    try {
      return ask(owned, question);
    } catch (PerdureException e) {
      if (owned != null || e.problem().code() != IndexCode.INDEX_DAMAGED) {
        throw e;
      }
      return ask(catchUp(true), question);
    }
  }

  /// @param owned that another process owns the log; null: none does
  private <T> IndexAnswer<T> ask(@Nullable Problem owned, Function<IndexReader, T> question) {
    try (var reader = IndexReader.open(directory)) {
      var lag = owned == null ? Lag.NONE : lag(reader);
      return new IndexAnswer<>(question.apply(reader), lag);
    } catch (PerdureException e) {
      throw owned != null && e.problem().code() == IndexCode.INDEX_MISSING
          ? because(e, owned).exception(e)
          : e;
    }
  }

  private static Problem because(PerdureException missing, Problem owned) {
    var problem = missing.problem();
    var what = problem.what() + ", and " + owned.what();
    return new Problem(problem.code(), what, problem.where(), problem.remedy());
  }

  /// How far the index of a running program is behind, as far as this can be seen from outside.
  private Lag lag(IndexReader reader) {
    var position = reader.position();
    long end = Log.endOf(DataCommand.logOf(directory)).value();
    long events = end - position.nextOffset();
    return events <= 0
        ? Lag.NONE
        : new Lag(events, Math.max(0, terminal.clock().millis() - position.appliedMillis()));
  }

  /// Brings the index to the end of the log.
  ///
  /// @param anew whether to begin from nothing
  /// @return that another process owns the log; null: none does, and the index is up to date
  private @Nullable Problem catchUp(boolean anew) {
    var settings = log.withCheckFrom(anew ? Offset.ZERO : known());
    try (var opened = Log.open(DataCommand.logOf(directory), settings)) {
      if (anew) {
        Index.delete(directory);
      }
      try (var index = Index.open(directory, opened, terminal.clock())) {
        advance(index, opened.durable().value());
      }
      return null;
    } catch (PerdureException e) {
      if (e.problem().code() == LogCode.LOG_LOCKED) {
        return e.problem();
      }
      throw e;
    }
  }

  /// What the index holds need not be checked again when the log is opened.
  private Offset known() {
    try (var reader = IndexReader.open(directory)) {
      return new Offset(reader.position().nextOffset());
    } catch (PerdureException none) {
      return Offset.ZERO;
    }
  }

  private void advance(Index index, long end) {
    long told = System.nanoTime();
    while (index.advance()) {
      if (System.nanoTime() - told > PROGRESS_NANOS) {
        told = System.nanoTime();
        terminal
            .err()
            .println(
                terminal.dim(
                    "indexing: " + index.position().nextOffset() + " of " + end + " events"));
      }
    }
  }
}
