package dev.perdure.cli;

import dev.perdure.index.Index;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.Lag;
import dev.perdure.log.Log;
import dev.perdure.log.LogCode;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An answer from the index of a data directory, and how far that was behind the log.
///
/// @param lag [Lag#NONE] if nobody else owns the directory: then the index was brought up to date
///   before it was asked
record Indexed<T>(T answer, Lag lag) {
  private static final long PROGRESS_NANOS = 1_000_000_000;

  /// Asks.
  ///
  /// @param directory a data directory that is there
  /// @throws PerdureException `INDEX_MISSING` if another process owns the directory and keeps no
  ///   index, `INDEX_UNUSABLE`, `INDEX_DAMAGED`, and what the question throws
  static <T> Indexed<T> ask(Path directory, Terminal terminal, Function<IndexReader, T> question) {
    var owned = catchUp(directory, terminal, false);
    try {
      return ask(directory, terminal, owned, question);
    } catch (PerdureException e) {
      if (owned != null || e.problem().code() != IndexCode.INDEX_DAMAGED) {
        throw e;
      }
      return ask(directory, terminal, catchUp(directory, terminal, true), question);
    }
  }

  /// @param owned that another process owns the log; null: none does
  private static <T> Indexed<T> ask(
      Path directory,
      Terminal terminal,
      @Nullable Problem owned,
      Function<IndexReader, T> question) {
    try (var reader = IndexReader.open(directory)) {
      var lag = owned == null ? Lag.NONE : lag(directory, terminal, reader);
      return new Indexed<>(question.apply(reader), lag);
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
  private static Lag lag(Path directory, Terminal terminal, IndexReader reader) {
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
  private static @Nullable Problem catchUp(Path directory, Terminal terminal, boolean anew) {
    var settings = LogSettings.defaults().withCheckFrom(anew ? Offset.ZERO : known(directory));
    try (var log = Log.open(DataCommand.logOf(directory), settings)) {
      if (anew) {
        Index.delete(directory);
      }
      try (var index = Index.open(directory, log, terminal.clock())) {
        advance(index, log.durable().value(), terminal);
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
  private static Offset known(Path directory) {
    try (var reader = IndexReader.open(directory)) {
      return new Offset(reader.position().nextOffset());
    } catch (PerdureException none) {
      return Offset.ZERO;
    }
  }

  private static void advance(Index index, long end, Terminal terminal) {
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

  /// A word about the lag, if there is one.
  List<String> remarks(Terminal terminal) {
    return lag.isNone()
        ? List.of()
        : List.of(
            terminal.warn(
                "the index is "
                    + lag.events()
                    + " events ("
                    + Times.length(Duration.ofMillis(lag.millis()))
                    + ") behind the log"));
  }

  /// The lag for programs; null if there is none.
  @Nullable Data lagData() {
    return TaskView.lag(lag);
  }
}
