package dev.perdure.java.run;

import dev.perdure.api.AllFailed;
import dev.perdure.api.Saga;
import dev.perdure.api.Task;
import dev.perdure.api.TaskCancelled;
import dev.perdure.api.Tasks;
import dev.perdure.api.TimedOut;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Forks;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Unwinding;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Concurrency inside a task, and child tasks.
final class TaskTasks implements Tasks {
  private final JavaUniverse universe;

  TaskTasks(JavaUniverse universe) {
    this.universe = universe;
  }

  @Override
  public <R> List<R> all(List<? extends Supplier<? extends R>> branches) {
    var ends = new Ends<R>(branches);
    var outcomes = unwinding(() -> Forks.all(TaskSeam.current().engine(), ends.bodies()));
    return ends.results(outcomes);
  }

  @Override
  public <R> R race(List<? extends Supplier<? extends R>> branches) {
    var ends = new Ends<R>(some(branches));
    int winner = unwinding(() -> Forks.race(TaskSeam.current().engine(), ends.bodies()));
    return ends.result(winner);
  }

  @Override
  public <R> R any(List<? extends Supplier<? extends R>> branches) {
    var ends = new Ends<R>(some(branches));
    int winner = unwinding(() -> Forks.any(TaskSeam.current().engine(), ends.bodies()));
    if (winner < 0) {
      throw ends.failed();
    }
    return ends.result(winner);
  }

  @Override
  public <R> R within(Duration time, Supplier<? extends R> body) {
    return race(
        body,
        () -> {
          TaskSeam.current().sleep(time);
          throw new TimedOut("it took longer than " + time);
        });
  }

  @Override
  public <R> R saga(Function<? super Saga, ? extends R> body) {
    return TaskSaga.run(body);
  }

  @Override
  public <R> R retry(int max, Duration first, Duration longest, Supplier<? extends R> body) {
    if (max < 1) {
      throw new IllegalArgumentException("what is run " + max + " times has no result");
    }
    var wait = first;
    for (int run = 1; ; run++) {
      try {
        return body.get();
      } catch (Unwind | VirtualMachineError | TaskCancelled notItsOwn) {
        throw notItsOwn;
      } catch (Throwable failed) {
        if (run == max) {
          throw failed;
        }
      }
      wait = wait.compareTo(longest) > 0 ? longest : wait;
      TaskSeam.current().sleep(wait);
      wait = wait.plus(wait);
    }
  }

  private static <T> List<T> some(List<T> branches) {
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("none of no branches can come in first");
    }
    return branches;
  }

  private static <T> T unwinding(Supplier<T> fork) {
    try {
      return fork.get();
    } catch (Unwinding unwinding) {
      throw new Unwind(unwinding);
    }
  }

  /// How the branches of one fork ended. They are objects of one universe, so they stay objects;
  /// the engine is told only whether a branch failed.
  private final class Ends<R> {
    private final List<Function<Seam, Outcome>> bodies = new ArrayList<>();
    private final @Nullable Object[] results;
    private final @Nullable Throwable[] errors;

    Ends(List<? extends Supplier<? extends R>> branches) {
      results = new Object[branches.size()];
      errors = new Throwable[branches.size()];
      for (int i = 0; i < branches.size(); i++) {
        int index = i;
        bodies.add(seam -> run(index, branches.get(index), seam));
      }
    }

    List<Function<Seam, Outcome>> bodies() {
      return bodies;
    }

    private Outcome run(int index, Supplier<? extends R> branch, Seam seam) {
      try {
        results[index] = JavaUniverse.<@Nullable Object>bound(seam, branch::get);
        return new Outcome.Returned(Payload.NIL);
      } catch (Throwable t) {
        errors[index] = t;
        return switch (t) {
          case Unwind u when u.getCause() instanceof Unwinding unwinding -> throw unwinding;
          case Unwinding unwinding -> throw unwinding;
          case VirtualMachineError e -> throw e;
          case TaskCancelled c -> new Outcome.Cancelled(String.valueOf(c.getMessage()));
          case Throwable other -> new Outcome.Threw(universe.exceptions().toFailure(other));
        };
      }
    }

    /// All results, or what the first branch (in their order) threw that was not only cancelled.
    List<R> results(List<Outcome> outcomes) {
      Throwable first = null;
      for (int i = 0; i < outcomes.size(); i++) {
        if (outcomes.get(i) instanceof Outcome.Threw) {
          var error = Objects.requireNonNull(errors[i]);
          if (first == null) {
            first = error;
          } else if (!first.equals(error)) {
            first.addSuppressed(error);
          }
        }
      }
      if (first != null) {
        throw Exceptions.sneaky(first);
      }
      var list = new ArrayList<R>(results.length);
      for (int i = 0; i < results.length; i++) {
        list.add(result(i));
      }
      return list;
    }

    /// What to throw when no branch has a result: that the task was cancelled, if one was told so.
    RuntimeException failed() {
      for (var error : errors) {
        if (error instanceof TaskCancelled cancelled) {
          return cancelled;
        }
      }
      var failed = new AllFailed("all " + errors.length + " branches failed: " + texts());
      for (var error : errors) {
        if (failed.getCause() == null) {
          failed.initCause(error);
        } else {
          failed.addSuppressed(error);
        }
      }
      return failed;
    }

    private String texts() {
      return Arrays.stream(errors).map(String::valueOf).collect(Collectors.joining("; "));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // R is as nullable as what the branch returns
    R result(int index) {
      var error = errors[index];
      if (error != null) {
        throw Exceptions.sneaky(error);
      }
      return (R) results[index];
    }
  }

  @Override
  public <R> Task<R> start(String function, @Nullable Object... arguments) {
    return start(0, function, arguments);
  }

  @Override
  public <R> Task<R> at(Instant time, String function, @Nullable Object... arguments) {
    return start(Math.max(0, time.toEpochMilli()), function, arguments);
  }

  private <R> Task<R> start(long atMillis, String function, @Nullable Object... arguments) {
    var name = new FunctionName(function);
    var known = universe.function(name);
    var payload = known == null ? byClass(arguments) : known.codec().arguments(arguments);
    var outcome = TaskSeam.current().ask(new Effect.StartTask(name, payload, atMillis));
    if (outcome instanceof Outcome.Threw threw) {
      throw Exceptions.sneaky(
          universe.exceptions().rebuild(threw.failure(), universe.loader(), List.of()));
    }
    return new Child<>(Exceptions.returned(outcome).taskId(), known);
  }

  private Payload byClass(@Nullable Object[] arguments) {
    var values = new ArrayList<Value>();
    for (var argument : arguments) {
      values.add(universe.codecs().toValue(argument));
    }
    return Payload.of(Vec.of(values));
  }

  /// A task started by this universe's code.
  private final class Child<R> implements Task<R> {
    private final TaskId id;
    private final JavaUniverse.@Nullable Function function;

    Child(TaskId id, JavaUniverse.@Nullable Function function) {
      this.id = id;
      this.function = function;
    }

    @Override
    public String id() {
      return id.toString();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // R is as nullable as what the function returns
    public R await() {
      var outcome = TaskSeam.current().ask(new Effect.Await(id));
      if (outcome instanceof Outcome.Threw threw) {
        throw Exceptions.sneaky(
            universe
                .exceptions()
                .rebuild(threw.failure(), universe.loader(), List.of(Exception.class)));
      }
      var value = Exceptions.returned(outcome);
      return (R)
          (function == null
              ? Plain.object(value.value())
              : MigrationCrash.unlessRead(() -> function.codec().result(value)));
    }

    @Override
    public void cancel() {
      TaskSeam.current().asked(new Effect.CancelTask(id));
    }
  }
}
