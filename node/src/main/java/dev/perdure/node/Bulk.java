package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.TaskId;
import dev.perdure.index.IndexCode;
import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.index.TaskRow;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Cancels, pauses or resumes many tasks, one after the other, newest first.
///
/// Which tasks match is asked of the index page by page while it goes on. Tasks that start
/// meanwhile are none of them: they are newer than where it began. Each change is durable when it
/// is told, so whoever breaks it off knows how far it came; doing it again changes nothing of what
/// is done.
///
/// @param verb what is done
/// @param filter to which tasks; without a status, to all for which the verb can mean something
/// @param perSecondMax how many in a second at most
/// @param change who does it, and why
public record Bulk(Verb verb, TaskFilter filter, int perSecondMax, Change change) {
  /// Enough that people are not kept waiting, and a fraction of what a log takes.
  public static final int PER_SECOND_DEFAULT = 100;

  /// More than a log takes.
  public static final int PER_SECOND_MAX = 100_000;

  private static final int PAGE = 200;
  private static final long LOOK_NANOS = 50_000_000;
  private static final Set<Status> LIVE =
      EnumSet.of(Status.RUNNING, Status.WAITING, Status.QUEUED, Status.PAUSED, Status.DIVERGED);

  public Bulk {
    if (perSecondMax < 1 || perSecondMax > PER_SECOND_MAX) {
      throw new IllegalArgumentException(
          "1 to " + PER_SECOND_MAX + " a second, not " + perSecondMax);
    }
  }

  /// What can be done to many tasks.
  public enum Verb {
    CANCEL,
    PAUSE,
    RESUME;

    private Set<Status> able() {
      return switch (this) {
        case CANCEL -> LIVE;
        case PAUSE -> EnumSet.of(Status.RUNNING, Status.WAITING);
        case RESUME -> EnumSet.of(Status.PAUSED, Status.DIVERGED);
      };
    }

    private void change(Node node, TaskId task, Change change) {
      switch (this) {
        case CANCEL -> node.cancel(task, change);
        case PAUSE -> node.pause(task, change);
        case RESUME -> node.resume(task, change);
      }
    }
  }

  /// What came of it for one task.
  public sealed interface Result {
    TaskId task();

    /// It is done, or was so already.
    record Done(TaskId task) implements Result {}

    /// The task has ended.
    record Ended(TaskId task) implements Result {}

    /// The engine refuses it.
    record Refused(TaskId task, Problem why) implements Result {}
  }

  /// Does it; blocks until it is over.
  ///
  /// @param goOn asked before each task
  /// @param reader told each result, on the calling thread
  /// @return whether it came to its end
  /// @throws PerdureException `INDEX_MISSING`, `INDEX_BEHIND`, `ENGINE_STOPPED`, `OVERLOADED`: what
  ///   was told until then is done
  public boolean run(Node node, BooleanSupplier goOn, Consumer<Result> reader) {
    long slot = TimeUnit.SECONDS.toNanos(1) / perSecondMax;
    long next = System.nanoTime();
    for (var page = page(node, null); !page.isEmpty(); page = page(node, page.getLast().id())) {
      for (var task : page) {
        awaitTurn(next, goOn);
        if (!goOn.getAsBoolean()) {
          return false;
        }
        next = Math.max(next, System.nanoTime() - slot) + slot;
        reader.accept(change(node, task.id()));
      }
    }
    return true;
  }

  /// Tells which tasks match, and does nothing.
  public void preview(Node node, Consumer<TaskId> reader) {
    for (var page = page(node, null); !page.isEmpty(); page = page(node, page.getLast().id())) {
      page.forEach(task -> reader.accept(task.id()));
    }
  }

  private static void awaitTurn(long nanoTime, BooleanSupplier goOn) {
    for (long left = nanoTime - System.nanoTime();
        left > 0 && goOn.getAsBoolean() && !Thread.currentThread().isInterrupted();
        left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
    }
  }

  private List<TaskRow> page(Node node, @Nullable TaskId after) {
    var index = node.index().orElseThrow(Bulk::noIndex);
    var wanted =
        new TaskFilter(
            filter.statuses().isEmpty() ? verb.able() : filter.statuses(),
            filter.function(),
            filter.version(),
            filter.text(),
            filter.started(),
            after == null ? null : after.toString());
    var page =
        after == null
            ? index.askFresh(reader -> reader.tasks(wanted, PAGE))
            : index.ask(reader -> reader.tasks(wanted, PAGE));
    return page.answer().tasks();
  }

  private static RuntimeException noIndex() {
    return Problem.of(
            IndexCode.INDEX_MISSING,
            "this engine keeps no index that could say which tasks are meant",
            "Open it on a data directory with NodeConfig.withIndex(), or serve without --no-index")
        .exception();
  }

  private Result change(Node node, TaskId task) {
    try {
      verb.change(node, task, change);
      return new Result.Done(task);
    } catch (PerdureException e) {
      if (e.code() == EngineCode.TASK_ENDED) {
        return new Result.Ended(task);
      }
      if (e.code() instanceof EngineCode) {
        return new Result.Refused(task, e.problem());
      }
      throw e;
    }
  }
}
