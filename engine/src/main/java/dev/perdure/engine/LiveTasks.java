package dev.perdure.engine;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tasks that have not ended. Of those that wait for long or stand still only the place of
/// their history is kept, and the rest is read from it when somebody asks (E16). Which of them that
/// are is no part of the state: it is what the memory allows.
final class LiveTasks {
  private final Past past;
  private final long warmBytesMax;
  private final Map<TaskId, Kept> kept = new HashMap<>();
  private final Shared<Cold.Code> codes = new Shared<>();
  private final Queue<Candidate> candidates = new ArrayDeque<>();
  private long candidateBytes;

  /// A task that may be let go of.
  private record Candidate(TaskId task, long bytes) {}

  /// @param warmBytesMax about the bytes that tasks may take which could be let go of
  LiveTasks(Past past, long warmBytesMax) {
    this.past = past;
    this.warmBytesMax = warmBytesMax;
  }

  void add(TaskState task) {
    kept.put(task.start().task(), task);
  }

  /// Takes a task from a snapshot.
  void add(TaskId id, Cold task) {
    kept.put(
        id, new Cold(codes.of(task.code()), task.readFrom(), task.lastOffset(), task.stands()));
  }

  void remove(TaskId id) {
    kept.remove(id);
  }

  boolean contains(TaskId id) {
    return kept.containsKey(id);
  }

  /// What is kept of a task as it is; null if it does not live.
  @Nullable Kept kept(TaskId id) {
    return kept.get(id);
  }

  /// All that is kept, as it is.
  Map<TaskId, Kept> all() {
    return Collections.unmodifiableMap(kept);
  }

  Set<TaskId> ids() {
    return Collections.unmodifiableSet(kept.keySet());
  }

  /// A task, for whoever goes on with it: it is kept whole for some time. Null if it does not live.
  @Nullable TaskState get(TaskId id) {
    return switch (kept.get(id)) {
      case null -> null;
      case TaskState task -> task;
      case Cold cold -> {
        var task = read(id, cold);
        kept.put(id, task);
        mayCool(task);
        yield task;
      }
    };
  }

  /// A task, for whoever just looks at it. Null if it does not live.
  private @Nullable TaskState look(TaskId id) {
    return switch (kept.get(id)) {
      case null -> null;
      case TaskState task -> task;
      case Cold cold -> read(id, cold);
    };
  }

  private TaskState read(TaskId id, Cold cold) {
    var reading = new Reading();
    past.forEach(cold.readFrom(), cold.lastOffset(), reading::next);
    var task = Objects.requireNonNull(reading.task, () -> "task " + id + " has no start");
    task.keepChildren(kept.keySet());
    return task;
  }

  private static final class Reading {
    private @Nullable TaskState task;

    void next(long offset, Event.OfTask event) {
      if (task != null) {
        task.apply(event, offset);
      } else if (event instanceof Event.Started e) {
        task = new TaskState(e, offset);
      } else if (event instanceof Event.Checkpointed e) {
        task = new TaskState(e, offset);
      }
    }
  }

  /// Notes that the task may be let go of, now or soon.
  void mayCool(TaskState task) {
    if (!task.coolable) {
      task.coolable = true;
      var candidate = new Candidate(task.start().task(), task.bytes());
      candidates.add(candidate);
      candidateBytes += candidate.bytes();
    }
  }

  /// Lets go of tasks, those that have waited longest first, until the rest takes little enough.
  ///
  /// @param may whether nobody needs this one whole
  void cool(Predicate<TaskState> may) {
    for (int left = candidates.size(); left > 0 && candidateBytes > warmBytesMax; left--) {
      var candidate = candidates.remove();
      candidateBytes -= candidate.bytes();
      if (kept.get(candidate.task()) instanceof TaskState task) {
        task.coolable = false;
        if (may.test(task)) {
          kept.put(
              candidate.task(),
              new Cold(codes.of(Cold.Code.of(task)), task.readFrom(), task.lastOffset(), true));
        } else if (task.stands()) {
          mayCool(task);
        }
      }
    }
  }

  /// All tasks, each read when it is asked for; to look at.
  Map<TaskId, TaskState> view() {
    return new AbstractMap<>() {
      @Override
      public @Nullable TaskState get(Object id) {
        return id instanceof TaskId task ? look(task) : null;
      }

      @Override
      public boolean containsKey(Object id) {
        return kept.containsKey(id);
      }

      @Override
      public Set<TaskId> keySet() {
        return ids();
      }

      @Override
      public int size() {
        return kept.size();
      }

      @Override
      public Set<Entry<TaskId, TaskState>> entrySet() {
        return new AbstractSet<>() {
          @Override
          public Iterator<Entry<TaskId, TaskState>> iterator() {
            var ids = kept.keySet().iterator();
            return new Iterator<>() {
              @Override
              public boolean hasNext() {
                return ids.hasNext();
              }

              @Override
              public Entry<TaskId, TaskState> next() {
                var id = ids.next();
                return Map.entry(id, Objects.requireNonNull(look(id)));
              }
            };
          }

          @Override
          public int size() {
            return kept.size();
          }
        };
      }
    };
  }
}
