package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.library.Library;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs the core form as it stands, in the plainest way: the oracle of the other back ends, and
/// what says where compiled code raised. Needs a stack for the depth that programs may have;
/// [BigStack] has one. For one thread.
public final class Interpreter {
  private final Loaded loaded;
  private final World world;

  private Interpreter(Loaded loaded, World world) {
    this.loaded = loaded;
    this.world = world;
  }

  /// One that runs all of a program, on one thread; nothing else may run it.
  ///
  /// @param world answers its effects
  public static Interpreter of(Loaded loaded, World world) {
    var interpreter = new Interpreter(loaded, world);
    // what forces a stream gets it from there
    loaded.use((code, captured, args, depth) -> interpreter.run(code, captured, args, depth, null));
    return interpreter;
  }

  /// One that runs pure code of a program.
  static Interpreter pure(Loaded loaded) {
    return new Interpreter(loaded, World.none());
  }

  /// Evaluates the constants in their order.
  ///
  /// @throws Raise if one does
  public void evaluateConstants() {
    loaded
        .program()
        .constants()
        .forEach((name, constant) ->
            loaded.constant(name, run(constant.code(), frame(constant.code()))));
  }

  /// Calls a function by its path.
  ///
  /// @throws Raise if it does
  public Object call(String function, Object... args) {
    return run(code(function), frame(code(function), args, 0));
  }

  /// Calls code.
  ///
  /// @param captured what fills its captured slots
  /// @param depth how many calls within circles of functions it is nested in
  /// @param place where the program called it, if it is the library that does
  /// @throws Raise if it does
  public Object run(Code code, Object[] captured, Object[] args, int depth, @Nullable Span place) {
    var frame = framed(code, args, captured, depth);
    frame.place = place;
    return run(code, frame);
  }

  private Code code(String function) {
    loaded.checkStopped();
    return loaded.code(function);
  }

  /// What one activation of a function has: its code, its slots, and in how many calls within
  /// circles of functions it is nested.
  private static final class Frame {
    private final Code code;
    private final Object[] slots;
    private final int depth;

    /// Where the program itself called what led here, if that is code of the library; null if not.
    private @Nullable Span place;

    Frame(Code code, Object[] slots, int depth) {
      this.code = code;
      this.slots = slots;
      this.depth = depth;
    }

    Code code() {
      return code;
    }

    Object[] slots() {
      return slots;
    }

    int depth() {
      return depth;
    }

    /// The same, called at a place in the code of another frame.
    Frame calledAt(Span span, Frame caller) {
      place = isLibrary(span) ? caller.place : span;
      return this;
    }

    /// Where a raise in it is said to be: in the program rather than in the library.
    Span shown(Span span) {
      return place != null && isLibrary(span) ? place : span;
    }

    private static boolean isLibrary(Span span) {
      return span.source().startsWith(Library.SOURCES);
    }
  }

  private static Frame frame(Code code, Object[] args, int depth) {
    var slots = new Object[code.slots().size()];
    System.arraycopy(args, 0, slots, 0, args.length);
    return new Frame(code, slots, depth);
  }

  private static Frame frame(Code code) {
    return frame(code, new Object[0], 0);
  }

  /// Leaves a function from within an expression.
  private static final class Returned extends RuntimeException {
    private final transient Object value;

    Returned(Object value) {
      super(null, null, false, false);
      this.value = value;
    }
  }

  private Object run(Code code, Frame start) {
    try {
      return loop(code.body(), start);
    } catch (Returned returned) {
      return returned.value;
    }
  }

  /// Evaluates what stands in tail position: calls replace the frame.
  private Object loop(Core start, Frame first) {
    var at = start;
    var frame = first;
    while (true) {
      switch (at) {
        case Core.If(var condition, var then, var otherwise, _, _) ->
            at = holds(condition, frame) ? then : otherwise;
        case Core.Let(int slot, var value, var body, _, _) -> {
          frame.slots()[slot] = eval(value, frame);
          at = body;
        }
        case Core.Do(var steps, _, _) -> {
          steps.subList(0, steps.size() - 1).forEach(inFrame(frame));
          at = steps.getLast();
        }
        case Core.Cases cases -> at = chosen(cases, frame);
        case Core.Return(var value, _, _) -> at = value;
        case Core.Call call -> {
          var code = code(call.function());
          var args = all(call.args(), frame);
          frame = frame(code, args, frame.depth()).calledAt(call.span(), frame);
          at = code.body();
        }
        case Core.Invoke(var function, var args, _, _, var span) -> {
          var called = eval(function, frame);
          var given = all(args, frame);
          if (!(called instanceof Closure closure) || closure.loaded() != loaded) {
            return applied(called, given, span);
          }
          frame = framed(closure, given, frame.depth()).calledAt(span, frame);
          at = closure.code().body();
        }
        case Core.Apply(Operation.Spread(int fixed), var args, _, var span) -> {
          var function = function(eval(args.getFirst(), frame), span);
          var given = spread(function, fixed, (Core.Apply) at, frame);
          if (!(function instanceof Closure closure) || closure.loaded() != loaded) {
            return applied(function, given, span);
          }
          frame = framed(closure, given, frame.depth()).calledAt(span, frame);
          at = closure.code().body();
        }
        default -> {
          return eval(at, frame);
        }
      }
    }
  }

  /// Whether a condition is true; a field read by its name may be no bool.
  private boolean holds(Core condition, Frame frame) {
    var value = eval(condition, frame);
    if (!(value instanceof Boolean holds)) {
      throw Raise.of(
              Kind.RUNTIME_BAD_CONDITION,
              "a condition is a bool, and " + Show.of(value) + " is none",
              Show.of(value))
          .at(frame.shown(condition.span()));
    }
    return holds;
  }

  private Consumer<Core> inFrame(Frame frame) {
    return step -> eval(step, frame);
  }

  private Core chosen(Core.Cases cases, Frame frame) {
    for (var one : cases.cases()) {
      if (matches(one, frame)) {
        return one.body();
      }
    }
    throw noMatch(cases, frame);
  }

  private Raise noMatch(Core.Cases cases, Frame frame) {
    return Raise.of(
            Kind.RUNTIME_PATTERN_MATCH_FAILED,
            "no arm takes the value",
            Show.of(eval(cases.subject(), frame)))
        .at(cases.span());
  }

  private boolean matches(Core.Case one, Frame frame) {
    for (var step : one.steps()) {
      switch (step) {
        case Core.Step.Test(var condition) -> {
          if (!holds(condition, frame)) {
            return false;
          }
        }
        case Core.Step.Bind(int slot, var value) -> frame.slots()[slot] = eval(value, frame);
      }
    }
    return true;
  }

  private Object[] all(List<Core> cores, Frame frame) {
    var values = new Object[cores.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = eval(cores.get(i), frame);
    }
    return values;
  }

  private Object eval(Core core, Frame frame) {
    return switch (core) {
      case Core.Literal(var form, _, _) -> Trees.literal(form);
      case Core.Quoted(var ast, _, _) -> ast;
      case Core.Local(int slot, _, _) -> frame.slots()[slot];
      case Core.Constant(var name, _, var span) -> constant(name, span);
      case Core.Named(var name, _, _) -> new Closure(loaded, code(name), new Object[0]);
      case Core.Lambda(var code, var captures, _, _) ->
          new Closure(loaded, code, captured(captures, frame));
      case Core.Delay(var code, var captures, _, _) ->
          Stream.of(new Delayed(loaded, code, captured(captures, frame)));
      case Core.Call call -> called(call, all(call.args(), frame), frame);
      case Core.Invoke(var function, var args, _, _, var span) ->
          invoked(eval(function, frame), all(args, frame), frame, span);
      case Core.Apply(Operation.Spread(int fixed), var args, _, var span) -> {
        var function = function(eval(args.getFirst(), frame), span);
        yield invoked(function, spread(function, fixed, (Core.Apply) core, frame), frame, span);
      }
      case Core.Apply(Operation.CallSite _, _, _, _) -> loaded.callSites().frame(frame.place);
      case Core.Apply(var operation, var args, _, var span) ->
          operated(operation, all(args, frame), frame.shown(span));
      case Core.Return(var value, _, _) -> throw new Returned(eval(value, frame));
      case Core.If _, Core.Let _, Core.Do _, Core.Cases _ -> nested(core, frame);
      case Core.Later later -> eval(later.decided(), frame);
    };
  }

  /// A branch that is not in tail position; a call in it is none either.
  private Object nested(Core core, Frame frame) {
    return switch (core) {
      case Core.If(var condition, var then, var otherwise, _, _) ->
          eval(holds(condition, frame) ? then : otherwise, frame);
      case Core.Let(int slot, var value, var body, _, _) -> {
        frame.slots()[slot] = eval(value, frame);
        yield eval(body, frame);
      }
      case Core.Do(var steps, _, _) -> {
        steps.subList(0, steps.size() - 1).forEach(inFrame(frame));
        yield eval(steps.getLast(), frame);
      }
      case Core.Cases cases -> eval(chosen(cases, frame), frame);
      default -> throw new IllegalArgumentException(core.toString());
    };
  }

  private Object constant(String name, Span span) {
    var value = loaded.constant(name);
    if (value == null) {
      throw Raise.of(Kind.RUNTIME_UNBOUND_SYMBOL, ":" + name + " has no value yet", ":" + name)
          .at(span);
    }
    return value;
  }

  private static Object[] captured(List<Integer> captures, Frame frame) {
    var values = new Object[captures.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = frame.slots()[captures.get(i)];
    }
    return values;
  }

  private Object called(Core.Call call, Object[] args, Frame frame) {
    var code = code(call.function());
    int depth = frame.depth();
    if (loaded.recursion().isRecursive(frame.code().name(), call.function())) {
      depth = deeper(frame, call.span());
    }
    return run(code, frame(code, args, depth).calledAt(call.span(), frame));
  }

  private static int deeper(Frame frame, Span span) {
    if (frame.depth() >= Limits.DEPTH_MAX) {
      throw Raise.of(
              Kind.RUNTIME_STACK_EXHAUSTED,
              ":" + frame.code().name() + " calls deeper than " + Limits.DEPTH_MAX,
              ":" + frame.code().name(),
              (long) Limits.DEPTH_MAX)
          .at(span);
    }
    return frame.depth() + 1;
  }

  private Object invoked(Object function, Object[] args, Frame frame, Span span) {
    if (function instanceof Closure closure && closure.loaded() == loaded) {
      var inner = framed(closure, args, deeper(frame, span)).calledAt(span, frame);
      return run(closure.code(), inner);
    }
    return applied(function, args, span);
  }

  private Object applied(Object called, Object[] args, Span span) {
    if (!(called instanceof Function function)) {
      throw notCallable(called).at(span);
    }
    try {
      Arguments.check(function, args);
    } catch (Raise raise) {
      throw raise.at(span);
    }
    return world.call(function, args);
  }

  private Object operated(Operation operation, Object[] args, Span span) {
    try {
      return switch (operation) {
        case Operation.Perform(String effect, String name) -> world.perform(effect, name, args);
        default -> loaded.apply(operation, args);
      };
    } catch (Raise raise) {
      throw raise.at(span);
    } catch (EdnFault fault) {
      throw new Raise(fault.diagnostic(shown(operation), span));
    } catch (ClassCastException e) {
      // a field read by its name, or what was put behind Value, was of another type
      throw Raise.mismatch(shown(operation), "a value of another type", shown(args)).at(span);
    }
  }

  private static String shown(Operation operation) {
    return switch (operation) {
      case Operation.Java java -> ":" + java.name();
      case Operation.Perform perform -> ":" + perform.name();
      default -> operation.getClass().getSimpleName();
    };
  }

  private static String shown(Object[] args) {
    return Arrays.stream(args).map(Show::of).collect(Collectors.joining(" "));
  }

  /// The arguments of a function of which the last are in a vector.
  private Object[] spread(Function function, int fixed, Core.Apply apply, Frame frame) {
    var given = all(apply.args().subList(1, apply.args().size()), frame);
    try {
      return Arguments.spread(function, fixed, given);
    } catch (Raise raise) {
      throw raise.at(apply.span());
    }
  }

  /// A field read by its name, or what was put behind Value, was no function.
  private static Raise notCallable(Object value) {
    return Raise.of(Kind.RUNTIME_NOT_CALLABLE, Show.of(value) + " is no function", Show.of(value));
  }

  private Function function(Object called, Span span) {
    return switch (called) {
      case Function function -> function;
      case Keyword(String path) -> new Closure(loaded, code(path), new Object[0]);
      default -> throw notCallable(called).at(span);
    };
  }

  private static Frame framed(Closure closure, Object[] args, int depth) {
    return framed(closure.code(), args, closure.captured(), depth);
  }

  private static Frame framed(Code code, Object[] args, Object[] captured, int depth) {
    var frame = frame(code, args, depth);
    for (int i = 0; i < captured.length; i++) {
      frame.slots()[code.captured().get(i)] = captured[i];
    }
    return frame;
  }
}
