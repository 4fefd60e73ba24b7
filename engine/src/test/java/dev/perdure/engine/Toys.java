package dev.perdure.engine;

import dev.perdure.value.Hash;
import dev.perdure.value.Int;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Universes whose functions are lambdas, and a world that answers from a script and records: all
/// that the seam needs to be tested without a node.
final class Toys implements Universes {
  static final TaskId TASK = new TaskId(1, 2);
  static final Version V1 = new Version("v1");
  static final Version V2 = new Version("v2");
  private final Map<Version, Toy> toys = new TreeMap<>();

  /// A function's code: arguments and seam to the value it returns.
  @FunctionalInterface
  interface Code {
    Value run(Vec arguments, Seam seam);
  }

  /// An exception of toy code.
  static final class ToyFailed extends RuntimeException {
    ToyFailed(String message) {
      super(message);
    }
  }

  private static final class Toy implements Universe {
    private final Map<FunctionName, Code> codes = new HashMap<>();

    @Override
    public UniverseInfo info() {
      var functions = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
      codes.keySet().forEach(f -> functions.put(f, new UniverseInfo.FunctionInfo(hash(f), "")));
      return new UniverseInfo(hash(functions.keySet()), functions);
    }

    @Override
    public Outcome call(FunctionName function, Payload arguments, Seam seam) {
      try {
        return new Outcome.Returned(
            Payload.of(codes.get(function).run((Vec) arguments.value(), seam)));
      } catch (ToyFailed failed) {
        return new Outcome.Threw(Failure.of("ToyFailed", String.valueOf(failed.getMessage())));
      }
    }
  }

  static Hash hash(Object of) {
    return Hash.ofBytes(String.valueOf(of).getBytes(StandardCharsets.UTF_8));
  }

  Toys with(Version version, String function, Code code) {
    toys.computeIfAbsent(version, v -> new Toy()).codes.put(new FunctionName(function), code);
    return this;
  }

  @Override
  public Universe at(Version version) {
    return toys.get(version);
  }

  @Override
  public Version previous(Version version, FunctionName function) {
    return V1;
  }

  @Override
  public String position() {
    return "toy";
  }

  /// Performs an effect `world/method` with one argument and returns the answer.
  static long perform(Seam seam, String method, long argument) {
    var effect =
        new Effect.Perform(
            "world", method, Payload.of(Vec.of(Int.of(argument))), Effect.Guard.DURABLE);
    return switch (seam.ask(effect)) {
      case Outcome.Returned r -> r.value().number();
      case Outcome.Threw t -> throw new ToyFailed(t.failure().message());
      case Outcome.Cancelled c -> throw new ToyFailed(c.why());
    };
  }

  /// Calls another function with one argument and returns its integer.
  static long call(Seam seam, String function, long argument) {
    var outcome = seam.call(new FunctionName(function), Payload.of(Vec.of(Int.of(argument))));
    return switch (outcome) {
      case Outcome.Returned r -> r.value().number();
      case Outcome.Threw t -> throw new ToyFailed(t.failure().message());
      case Outcome.Cancelled c -> throw new ToyFailed(c.why());
    };
  }

  static long argument(Vec arguments) {
    return ((Int) arguments.get(0)).value();
  }

  /// A world in which every performed effect answers ten times its argument, and that keeps a
  /// history.
  static class Recording implements World {
    final List<Event.OfTask> history = new ArrayList<>();

    @Override
    public synchronized Outcome answer(Place place, Effect effect) {
      var outcome = outcome(effect);
      history.add(new Event.Asked(TASK, place, effect, 0));
      history.add(new Event.Answered(TASK, place, outcome));
      return outcome;
    }

    private static Outcome outcome(Effect effect) {
      if (effect instanceof Effect.Perform p) {
        long argument = argument((Vec) p.arguments().value());
        return argument < 0
            ? new Outcome.Threw(Failure.of("Negative", "negative " + argument))
            : new Outcome.Returned(Payload.of(argument * 10));
      }
      return new Outcome.Returned(Payload.NIL);
    }

    @Override
    public synchronized Outcome record(Place place, Effect effect, Outcome own) {
      history.add(new Event.Recorded(TASK, place, effect, own));
      return own;
    }

    @Override
    public Outcome again(Place place, Effect effect) {
      return answer(place, effect);
    }

    /// The version that serves every call from now on.
    Version serving = V1;

    @Override
    public Bound bound() {
      var now = Choice.only(serving);
      return function -> now;
    }

    @Override
    public void cancel(Branch branch, String why) {}

    @Override
    public void lost() {}
  }

  /// The start of a task of the function with one argument.
  static Event.Started start(String function, long argument) {
    return new Event.Started(
        TASK,
        new FunctionName(function),
        V1,
        new Revision(1),
        Payload.of(Vec.of(Int.of(argument))),
        StartOptions.NONE,
        null,
        0);
  }

  /// Routes in which version 1 serves everything.
  RouteTable routes() {
    var policies = new HashMap<FunctionName, Policy>();
    toys.get(V1).codes.keySet().forEach(f -> policies.put(f, new Policy.Primary(V1)));
    return RouteTable.EMPTY.with(policies);
  }

  /// Runs the function live and returns its history.
  List<Event.OfTask> live(String function, long argument) {
    return live(function, argument, new Recording());
  }

  /// Runs the function live in a world and returns its history.
  List<Event.OfTask> live(String function, long argument, Recording world) {
    var start = start(function, argument);
    var run =
        new TaskRun(
            start,
            routes(),
            new Journal(),
            world,
            this,
            TaskRun.Observer.NONE,
            Spawner.inOrder(),
            Map.of(),
            Extras.none());
    var outcome = run.runToEnd();
    world.history.addFirst(start);
    world.history.add(new Event.Finished(TASK, outcome, 0));
    return world.history;
  }

  /// Replays a history, with some functions switched to version 2.
  Replay.Report replay(List<Event.OfTask> history, String... switched) {
    var start = (Event.Started) history.getFirst();
    var end = history.getLast() instanceof Event.Finished finished ? finished.outcome() : null;
    var switches = new HashMap<FunctionName, Version>();
    for (var function : switched) {
      switches.put(new FunctionName(function), V2);
    }
    return new Replay(start, routes(), Journal.of(history), end).run(this, switches, Extras.none());
  }
}
