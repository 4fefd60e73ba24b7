package dev.perdure.wat.task;

import dev.perdure.engine.Continuation;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.check.Scheme;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.NotPortable;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.machine.Checkpoint;
import dev.perdure.wat.machine.Lowerings;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.thread.Back;
import dev.perdure.wat.thread.Threads;
import dev.perdure.wat.type.Type;
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
  private final Borders borders;
  private final UniverseInfo info;
  private final Set<String> routed;
  private final Map<FunctionName, Registered> functions = new HashMap<>();
  private final Map<String, FunctionName> names = new HashMap<>();
  private final Map<String, Outside> outside = new HashMap<>();

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
    this.borders = new Borders(loaded.shapes());
    var hashes = dev.perdure.wat.freeze.Universe.of(program);
    var infos = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    for (var definition : checked.declarations().definitions()) {
      switch (definition) {
        case Definition.Function function -> {
          var scheme = Objects.requireNonNull(checked.schemes().get(function.name()));
          if (isCallable(checked, scheme)) {
            var name = new FunctionName(routeName(function));
            functions.put(name, new Registered(function.name(), codec(scheme)));
            names.put(function.name(), name);
            infos.put(
                name,
                new UniverseInfo.FunctionInfo(
                    Objects.requireNonNull(hashes.definitions().get(function.name())),
                    scheme.shown()));
          }
        }
        case Definition.Extern extern -> outside.put(extern.name(), outside(checked, extern));
        default -> {}
      }
    }
    this.info = new UniverseInfo(hashes.hash(), infos);
    new Machine(loaded, lowerings, World.NONE).evaluateConstants();
  }

  private static String routeName(Definition definition) {
    var route = definition.metadata().text("route");
    return route == null ? definition.name() : route;
  }

  private static boolean isCallable(Checked checked, Scheme scheme) {
    return scheme.typeParams().isEmpty()
        && scheme.rest() == null
        && scheme.keywords().isEmpty()
        && checked.types().isPortable(scheme.result())
        && scheme.params().stream().allMatch(checked.types()::isPortable);
  }

  private CallCodec codec(Scheme scheme) {
    return new CallCodec(
        scheme.name(),
        scheme.params().stream().map(borders::of).toList(),
        borders.of(scheme.result()));
  }

  private Outside outside(Checked checked, Definition.Extern extern) {
    var scheme = Objects.requireNonNull(checked.schemes().get(extern.name()));
    boolean isCall = extern.effect().equals("call");
    boolean isHarmless =
        extern.metadata().get("read-only") != null || extern.metadata().get("idempotent") != null;
    var method = extern.name().substring(extern.name().lastIndexOf('/') + 1);
    return new Outside(
        extern.name(),
        isCall ? routeName(extern) : CamelCase.className(extern.effect()),
        isCall ? "" : CamelCase.of(method),
        isHarmless ? Effect.Guard.NONE : Effect.Guard.DURABLE,
        codec(scheme),
        checked.types().expand(scheme.result()));
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
      if (definition instanceof Definition.Extern extern && extern.effect().equals("call")) {
        externs.add(
            new Extern(
                extern.name(),
                new FunctionName(routeName(extern)),
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

  /// What the program declares that others do; null if it declares nothing of the path.
  @Nullable Outside outside(String operation) {
    return outside.get(operation);
  }

  /// A failure as a value of the type of an error: if the type has the name of the exception, and
  /// its fields. Null if it is no such failure.
  @Nullable Object error(Type type, Failure failure) {
    var data = failure.data();
    var named = loaded.shapes().table().expand(type) instanceof Type.Named n ? n : null;
    var simple = failure.type().substring(nameStart(failure.type()));
    if (named == null || data == null || !Naming.last(named.name()).equals(simple)) {
      return null;
    }
    try {
      return borders.of(type).in(data.value());
    } catch (EdnFault fault) {
      return null;
    }
  }

  /// Where the simple name of a class begins in its binary name.
  private static int nameStart(String className) {
    return Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
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
