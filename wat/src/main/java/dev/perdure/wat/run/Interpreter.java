package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs the core form as it stands, in the plainest way: the oracle of the other back ends. Needs a
/// stack for the depth that programs may have; [BigStack] has one. For one thread.
public final class Interpreter {
  private final Map<String, Code> codes;
  private final Operations operations;
  private final Recursion recursion;
  private final World world;
  private final Map<String, Object> constants;
  private final PureCalls pure;
  private final Meter meter;

  /// How many calls are being interpreted that were left by [PureCalls]: all within is interpreted.
  private int left;

  private long steps;
  private volatile boolean stopped;

  /// A program that is sound, with its constants not evaluated yet.
  ///
  /// @param world answers its effects
  public Interpreter(Checked program, World world) {
    this(program, world, new HashMap<>(), PureCalls.NONE);
  }

  /// The same, where pure functions are called in another way.
  ///
  /// @param constants takes their values
  public Interpreter(Checked program, World world, Map<String, Object> constants, PureCalls pure) {
    this(program, world, UnaryOperator.identity(), Long.MAX_VALUE, constants, pure, Meter.NONE);
  }

  /// The same for what macros compute.
  ///
  /// @param made what becomes of each symbol that a template brings along
  /// @param steps how many calls it may make; behind them it ends with [OutOfSteps]
  /// @param meter looks at what it makes
  public Interpreter(
      Checked program, World world, UnaryOperator<Form.Symbol> made, long steps, Meter meter) {
    this(program, world, made, steps, new HashMap<>(), PureCalls.NONE, meter);
  }

  private Interpreter(
      Checked program,
      World world,
      UnaryOperator<Form.Symbol> made,
      long steps,
      Map<String, Object> constants,
      PureCalls pure,
      Meter meter) {
    this.constants = constants;
    this.pure = pure;
    this.meter = meter;
    this.codes = program.codes();
    this.operations = new Operations(new Shapes(program.types()), made);
    this.recursion = new Recursion(codes);
    this.world = world;
    this.steps = steps;
  }

  /// A program made more calls than it may.
  public static final class OutOfSteps extends RuntimeException {
    OutOfSteps() {
      super("more steps than it may take", null, false, false);
    }
  }

  /// How many calls it may still make.
  public long stepsLeft() {
    return steps;
  }

  /// Evaluates the constants in their order.
  ///
  /// @throws Raise if one does
  public void evaluateConstants(Map<String, Checked.Constant> constants) {
    constants.forEach(
        (name, constant) -> this.constants.put(name, run(constant.code(), frame(constant.code()))));
  }

  /// Calls a function by its path.
  ///
  /// @throws Raise if it does
  public Object call(String function, Object... args) {
    var value = args.length == 0 ? pure.call(function) : null;
    return value != null ? value : run(code(function), frame(code(function), args, 0));
  }

  /// Ends what runs, with [OutOfSteps], at its next call; from any thread.
  public void stop() {
    stopped = true;
    pure.stop();
  }

  private Code code(String function) {
    if (--steps < 0 || stopped) {
      throw new OutOfSteps();
    }
    var code = codes.get(function);
    if (code == null) {
      throw Raise.of(
          Kind.RUNTIME_UNKNOWN_FUNCTION, "there is no function :" + function, ":" + function);
    }
    return code;
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
            at = (Boolean) eval(condition, frame) ? then : otherwise;
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
          if (left == 0 && pure.takes(call)) {
            return purely(call, code, args, frame.depth(), frame);
          }
          frame = frame(code, args, frame.depth()).calledAt(call.span(), frame);
          at = code.body();
        }
        case Core.Invoke(var function, var args, _, var span) -> {
          var called = eval(function, frame);
          var given = all(args, frame);
          if (!(called instanceof Closure closure) || closure.owner() != this) {
            return applied((Function) called, given, span);
          }
          frame = closure.frame(given, frame.depth()).calledAt(span, frame);
          at = closure.code.body();
        }
        default -> {
          return eval(at, frame);
        }
      }
    }
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
          if (!(Boolean) eval(condition, frame)) {
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
      case Core.Named(var name, _, _) -> new Closure(this, code(name), new Object[0]);
      case Core.Lambda(var code, var captures, _, _) ->
          new Closure(this, code, captured(captures, frame));
      case Core.Delay(var code, var captures, _, _) ->
          Stream.of(new Delayed(this, code, captured(captures, frame)));
      case Core.Call call -> called(call, all(call.args(), frame), frame);
      case Core.Invoke(var function, var args, _, var span) ->
          invoked(eval(function, frame), all(args, frame), frame, span);
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
          eval((Boolean) eval(condition, frame) ? then : otherwise, frame);
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
    var value = constants.get(name);
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
    if (recursion.isRecursive(frame.code().name(), call.function())) {
      depth = deeper(frame, call.span());
    }
    return left == 0 && pure.takes(call)
        ? purely(call, code, args, depth, frame)
        : run(code, frame(code, args, depth).calledAt(call.span(), frame));
  }

  /// Most calls that are left raise, and so would all that they call: that is not tried again.
  private Object purely(Core.Call call, Code code, Object[] args, int depth, Frame caller) {
    var value = pure.call(call, args, depth);
    if (value != null) {
      return value;
    }
    left++;
    try {
      return run(code, frame(code, args, depth).calledAt(call.span(), caller));
    } finally {
      left--;
    }
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
    if (function instanceof Closure closure && closure.owner() == this) {
      return run(closure.code, closure.frame(args, deeper(frame, span)).calledAt(span, frame));
    }
    return applied((Function) function, args, span);
  }

  private static Object applied(Function function, Object[] args, Span span) {
    if (function.arity() != args.length) {
      throw Raise.of(
              Kind.RUNTIME_ARITY_MISMATCH,
              function.name() + " takes " + function.arity() + " and got " + args.length,
              function.name(),
              (long) function.arity(),
              (long) args.length)
          .at(span);
    }
    return function.apply(args);
  }

  private Object operated(Operation operation, Object[] args, Span span) {
    try {
      return switch (operation) {
        case Operation.Perform(String effect, String name) -> world.perform(effect, name, args);
        case Operation.Spread(int fixed) -> spread(fixed, args, span);
        default -> meter.apply(operation, args, operations);
      };
    } catch (Raise raise) {
      throw raise.at(span);
    } catch (EdnFault fault) {
      throw new Raise(fault.diagnostic(operation.toString(), span));
    } catch (ClassCastException e) {
      // a field read by its name, or what was put behind Value, was of another type
      throw Raise.mismatch(shown(operation), "a value of another type", shown(args)).at(span);
    }
  }

  private static String shown(Operation operation) {
    return operation instanceof Operation.Java java
        ? ":" + java.name()
        : operation.getClass().getSimpleName();
  }

  private static String shown(Object[] args) {
    return Arrays.stream(args).map(Show::of).collect(Collectors.joining(" "));
  }

  /// A call with arguments of which the last are in a vector.
  private Object spread(int fixed, Object[] args, Span span) {
    var rest = (Vector) args[args.length - 1];
    var given = new Object[args.length - 2 + rest.size()];
    System.arraycopy(args, 1, given, 0, args.length - 2);
    for (int i = 0; i < rest.size(); i++) {
      given[args.length - 2 + i] = rest.get(i);
    }
    var function =
        args[0] instanceof Keyword(String path)
            ? new Closure(this, code(path), new Object[0])
            : args[0];
    if (!(function instanceof Function callable)) {
      throw Raise.of(
          Kind.RUNTIME_NOT_CALLABLE, Show.of(function) + " is no function", Show.of(function));
    }
    return applied(callable, fixed < 0 ? given : packed(callable, fixed, given, span), span);
  }

  /// The arguments with those of a rest parameter as its vector.
  private static Object[] packed(Function function, int fixed, Object[] given, Span span) {
    if (given.length < fixed) {
      throw Raise.of(
              Kind.RUNTIME_ARITY_MISMATCH,
              "%s takes %d or more and got %d".formatted(function.name(), fixed, given.length),
              function.name(),
              (long) fixed,
              (long) given.length)
          .at(span);
    }
    var packed = Arrays.copyOf(given, fixed + 1);
    packed[fixed] = Vector.of(Arrays.copyOfRange(given, fixed, given.length));
    return packed;
  }

  /// A function value.
  private static final class Closure extends Function {
    private final Interpreter owner;
    private final Code code;
    private final Object[] captured;

    Closure(Interpreter owner, Code code, Object[] captured) {
      super(":" + code.name(), code.params());
      this.owner = owner;
      this.code = code;
      this.captured = captured;
    }

    Interpreter owner() {
      return owner;
    }

    Frame frame(Object[] args, int depth) {
      return framed(code, args, captured, depth);
    }

    @Override
    public Object apply(Object[] args) {
      return owner.run(code, frame(args, 0));
    }
  }

  private static Frame framed(Code code, Object[] args, Object[] captured, int depth) {
    var frame = frame(code, args, depth);
    for (int i = 0; i < captured.length; i++) {
      frame.slots()[code.captured().get(i)] = captured[i];
    }
    return frame;
  }

  /// Computes a cell of a stream. One delay that gives another is followed in a loop: a filter that
  /// lets nothing through goes on for as long as it must.
  private static final class Delayed implements Stream.Source {
    private final Interpreter owner;
    private final Code code;
    private final Object[] captured;

    Delayed(Interpreter owner, Code code, Object[] captured) {
      this.owner = owner;
      this.code = code;
      this.captured = captured;
    }

    private Stream stream() {
      return (Stream) owner.run(code, framed(code, new Object[0], captured, 0));
    }

    @Override
    public Stream.@Nullable Cell next() {
      var passed = new ArrayDeque<Stream>();
      var stream = stream();
      while (stream.pending() instanceof Delayed delayed) {
        passed.add(stream);
        stream = delayed.stream();
      }
      var cell = stream.cell();
      passed.forEach(one -> one.become(cell));
      return cell;
    }
  }
}
