package dev.perdure.wat.task;

import dev.perdure.engine.Continuation;
import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.border.Borders;
import dev.perdure.wat.border.CallCodec;
import dev.perdure.wat.border.Outsides;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.check.Scheme;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.NotPortable;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.machine.Checkpoint;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.thread.Back;
import dev.perdure.wat.thread.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A program that is loaded, as one set of routes has it run. Safe for use by many threads.
final class WatCode {
  private final Loaded loaded;
  private final Lowerings lowerings;
  private final UniverseInfo info;
  private final Set<String> routed;
  private final Map<FunctionName, Registered> functions = new HashMap<>();
  private final Map<String, FunctionName> names = new HashMap<>();
  private final Outsides outsides;

  /// A function that can be called from outside.
  record Registered(String path, CallCodec codec) {}

  /// @param poll as that of [WatUniverse]; null: nobody counts
  /// @throws Raise if a constant raises
  static WatCode of(Program program, @Nullable Runnable poll) {
    return new WatCode(program, loaded(Objects.requireNonNull(program.checked()), poll), Set.of());
  }

  /// The same program, in which calls of some functions ask who serves them.
  ///
  /// @param functions their names
  /// @throws Raise if a constant raises
  WatCode routing(Program program, Set<FunctionName> functions, @Nullable Runnable poll) {
    var asking = new TreeMap<String, Set<String>>();
    functions.forEach(name -> asking.put(registered(name).path(), Set.of("call")));
    // who may not do `call` only asks: what the versions may do that serve is checked before
    var checked = Checker.routed(program().declarations(), Library.get(), asking);
    var more = loaded(checked, poll);
    more.keep(loaded);
    return new WatCode(program, more, asking.keySet());
  }

  /// What would be wrong if a function did more than it does; null if nothing.
  @Nullable Diagnostic with(FunctionName function, Set<String> effects) {
    var does = Map.of(registered(function).path(), effects);
    var errors = Checker.routed(program().declarations(), Library.get(), does).errors();
    return errors.isEmpty() ? null : errors.getFirst();
  }

  private static Loaded loaded(Checked checked, @Nullable Runnable poll) {
    return poll == null ? new Loaded(checked) : new Loaded(checked, poll);
  }

  private WatCode(Program program, Loaded loaded, Set<String> routed) {
    var checked = loaded.program();
    this.loaded = loaded;
    this.routed = Set.copyOf(routed);
    this.lowerings = Back.compile(loaded, routed);
    var borders = new Borders(loaded.shapes());
    this.outsides = new Outsides(checked, borders);
    var hashes = dev.perdure.wat.freeze.Universe.of(program);
    var infos = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    for (var definition : checked.declarations().definitions()) {
      if (definition instanceof Definition.Function function) {
        var scheme = Objects.requireNonNull(checked.schemes().get(function.name()));
        if (isCallable(checked, scheme)) {
          var name = new FunctionName(function.routeName());
          functions.put(name, new Registered(function.name(), CallCodec.of(scheme, borders)));
          names.put(function.name(), name);
          infos.put(
              name,
              new UniverseInfo.FunctionInfo(
                  Objects.requireNonNull(hashes.definitions().get(function.name())),
                  scheme.shown()));
        }
      }
    }
    this.info = new UniverseInfo(hashes.hash(), infos);
    new Machine(loaded, lowerings, World.none()).evaluateConstants();
  }

  private static boolean isCallable(Checked checked, Scheme scheme) {
    return scheme.typeParams().isEmpty()
        && scheme.rest() == null
        && scheme.keywords().isEmpty()
        && checked.types().isPortable(scheme.result())
        && scheme.params().stream().allMatch(checked.types()::isPortable);
  }

  UniverseInfo info() {
    return info;
  }

  /// What was loaded.
  Checked program() {
    return loaded.program();
  }

  /// The path of a function that is registered under a name; null if there is none.
  @Nullable String path(FunctionName name) {
    var function = functions.get(name);
    return function == null ? null : function.path();
  }

  /// The name under which a function is registered; null if it is not.
  @Nullable FunctionName registered(String path) {
    return names.get(path);
  }

  /// What a function may do, as the effects of the language (W4).
  Set<String> effects(FunctionName name) {
    var path = path(name);
    return path == null ? Set.of() : loaded.program().effects().getOrDefault(path, Set.of());
  }

  /// The functions that other versions serve, in the order of their declaration.
  List<Extern> externs() {
    var externs = new ArrayList<Extern>();
    for (var definition : loaded.program().declarations().definitions()) {
      if (definition instanceof Definition.Extern extern && extern.isCall()) {
        externs.add(
            new Extern(
                extern.name(),
                new FunctionName(extern.routeName()),
                extern.metadata().paths("effects"),
                extern.span().toString()));
      }
    }
    return externs;
  }

  /// Checks that arguments are what a function takes; does nothing if there is no such function.
  ///
  /// @throws EdnFault if they are not
  void check(FunctionName name, Payload arguments) {
    var function = functions.get(name);
    if (function != null) {
      function.codec().arguments(arguments);
    }
  }

  /// What the program uses that others do.
  Outsides outsides() {
    return outsides;
  }

  /// See [WatUniverse#call].
  Outcome call(WatUniverse universe, FunctionName name, Payload arguments, Seam seam) {
    var function = registered(name);
    return outcome(
        universe,
        function,
        seam,
        threads -> threads.call(function.path(), function.codec().arguments(arguments)));
  }

  /// What goes on from frames that were written down.
  ///
  /// @throws PerdureException `CHECKPOINT_UNREADABLE` if they are of another program
  Continuation continuation(WatUniverse universe, FunctionName name, Value frames, Seam seam) {
    var function = registered(name);
    var read = Checkpoint.read(loaded, lowerings, frames);
    return () -> outcome(universe, function, seam, threads -> threads.resume(read));
  }

  private Registered registered(FunctionName name) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("there is no function " + name);
    }
    return function;
  }

  /// What a function that may be served by other versions takes and gives.
  CallCodec codec(FunctionName name) {
    return registered(name).codec();
  }

  private Outcome outcome(
      WatUniverse universe, Registered function, Seam seam, Function<Threads, Object> run) {
    try {
      var threads = threads(universe, seam);
      var value = new Asking(universe, threads).run(() -> run.apply(threads));
      return new Outcome.Returned(function.codec().result(value));
    } catch (Raise raise) {
      return new Outcome.Threw(failure(raise.diagnostic()));
    } catch (EdnFault fault) {
      return new Outcome.Threw(failure(fault.diagnostic(":" + function.path(), null)));
    } catch (NotPortable fault) {
      var message = String.valueOf(fault.getMessage());
      return new Outcome.Threw(Failure.of("wat.check/ImpureMessage", message));
    } catch (World.Ended ended) {
      var message = String.valueOf(ended.getMessage());
      return new Outcome.Threw(Failure.of("wat.kernel/Ended", message));
    } catch (CancelledTask cancelled) {
      return new Outcome.Cancelled(cancelled.why());
    }
  }

  private Threads threads(WatUniverse universe, Seam seam) {
    var made = new Threads[1];
    var world = new SeamWorld(seam, this, universe.version(), () -> checkpoint(made[0]));
    made[0] = Threads.of(loaded, lowerings, world);
    return made[0];
  }

  private @Nullable Payload checkpoint(Threads threads) {
    try {
      var paths = routed.stream().sorted().map(Value::of).toArray(Value[]::new);
      return Payload.ofVec(Vec.of(paths), threads.checkpoint());
    } catch (PerdureException unwritable) {
      return null;
    }
  }

  /// The kind is the type, and the place the trace.
  private static Failure failure(Diagnostic diagnostic) {
    var trace = new ArrayList<String>();
    if (diagnostic.span() != null) {
      trace.add(diagnostic.span().toString());
    }
    return new Failure(diagnostic.kind().tag(), diagnostic.message(), null, trace, null);
  }
}
