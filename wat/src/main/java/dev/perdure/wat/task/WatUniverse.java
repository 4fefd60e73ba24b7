package dev.perdure.wat.task;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Universe;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Scheme;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.NotPortable;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A wat program as a universe of functions that tasks call. Safe for use by many threads.
///
/// Functions that are not generic and whose types are portable are registered, under their paths or
/// their `:route` names (W14.1).
public final class WatUniverse implements Universe {
  private final Loaded loaded;
  private final Lowerings lowerings;
  private final Borders borders;
  private final UniverseInfo info;
  private final Map<FunctionName, Registered> functions = new HashMap<>();
  private final Map<String, Outside> outside = new HashMap<>();

  /// A function that can be called from outside.
  private record Registered(String path, CallCodec codec) {}

  /// Loads a program that is sound.
  ///
  /// @throws Raise if a constant raises
  public WatUniverse(Program program) {
    this(program, new Loaded(Objects.requireNonNull(program.checked())));
  }

  /// The same with code that is counted.
  ///
  /// @param poll is called at each call and each loop of its code, on the thread that runs it; what
  ///   it throws ends that
  /// @throws Raise if a constant raises
  public WatUniverse(Program program, Runnable poll) {
    this(program, new Loaded(Objects.requireNonNull(program.checked()), poll));
  }

  private WatUniverse(Program program, Loaded loaded) {
    var checked = loaded.program();
    this.loaded = loaded;
    this.lowerings = Back.compile(loaded);
    this.borders = new Borders(loaded.shapes());
    var hashes = dev.perdure.wat.freeze.Universe.of(program);
    var infos = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    for (var definition : checked.declarations().definitions()) {
      switch (definition) {
        case Definition.Function function -> {
          var scheme = Objects.requireNonNull(checked.schemes().get(function.name()));
          if (isCallable(checked, scheme)) {
            var name = new FunctionName(routed(function));
            functions.put(name, new Registered(function.name(), codec(scheme)));
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

  private static String routed(Definition definition) {
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
        isCall ? routed(extern) : CamelCase.className(extern.effect()),
        isCall ? "" : CamelCase.of(method),
        isHarmless ? Effect.Guard.NONE : Effect.Guard.DURABLE,
        codec(scheme),
        checked.types().expand(scheme.result()));
  }

  @Override
  public UniverseInfo info() {
    return info;
  }

  /// What was loaded.
  public Checked program() {
    return loaded.program();
  }

  /// The path of a function that is registered under a name; null if there is none.
  public @Nullable String path(FunctionName name) {
    var function = functions.get(name);
    return function == null ? null : function.path();
  }

  /// Checks that arguments are what a function takes; does nothing if there is no such function.
  ///
  /// @throws EdnFault if they are not
  public void check(FunctionName name, Payload arguments) {
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

  @Override
  public Outcome call(FunctionName name, Payload arguments, Seam seam) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("there is no function " + name);
    }
    try {
      var threads = Threads.of(loaded, lowerings, new SeamWorld(seam, this));
      var value = threads.call(function.path(), function.codec().arguments(arguments));
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

  /// The kind is the type, and the place the trace.
  private static Failure failure(Diagnostic diagnostic) {
    var trace = new ArrayList<String>();
    if (diagnostic.span() != null) {
      trace.add(diagnostic.span().toString());
    }
    return new Failure(diagnostic.kind().tag(), diagnostic.message(), null, trace, null);
  }
}
