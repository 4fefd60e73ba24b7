package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Effects;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Cores;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A program that is loaded: what all who run it share. Threads may share it.
public final class Loaded {
  private static final Object[] NOTHING = {};

  private final Checked program;
  private final Meter meter;

  /// Called at each call and each loop; null: nobody counts.
  private final @Nullable Runnable poll;

  private final boolean isCounted;
  private final Shapes shapes;
  private final Operations operations;
  private final Recursion recursion;
  private final CallSites callSites;
  private final Map<String, Object> constants = new ConcurrentHashMap<>();
  private volatile @Nullable Map<String, Code> all;
  private volatile PureCalls pure = PureCalls.none();
  private volatile boolean stopped;

  /// How many calls are left, for one thread; negative: as many as it likes.
  private long calls;

  /// A program that is sound, with its constants not evaluated yet.
  public Loaded(Checked program) {
    this(program, UnaryOperator.identity(), -1, Meter.NONE, null);
  }

  /// The same where each call and each loop is counted.
  ///
  /// @param poll is called there, on the thread that runs; what it throws ends what runs
  public Loaded(Checked program, Runnable poll) {
    this(program, UnaryOperator.identity(), -1, Meter.NONE, poll);
  }

  /// The same for what macros compute, on one thread.
  ///
  /// @param made what becomes of each symbol that a template brings along
  /// @param calls how many calls it may make before it ends with [Stopped]
  /// @param meter looks at what it makes
  public Loaded(Checked program, UnaryOperator<Form.Symbol> made, long calls, Meter meter) {
    this(program, made, calls, meter, null);
  }

  private Loaded(
      Checked program,
      UnaryOperator<Form.Symbol> made,
      long calls,
      Meter meter,
      @Nullable Runnable poll) {
    this.meter = meter;
    this.poll = poll;
    this.calls = calls;
    this.isCounted = calls >= 0 || poll != null;
    this.program = program;
    this.shapes = new Shapes(program.types());
    this.operations = new Operations(program, shapes, made);
    this.recursion = new Recursion(program.codes());
    this.callSites = new CallSites(program);
  }

  /// Pure code ran longer than it may, or was told to end.
  public static final class Stopped extends RuntimeException {
    Stopped() {
      super("it was told to end", null, false, false);
    }
  }

  /// From now on pure code is called so first.
  public void use(PureCalls calls) {
    pure = calls;
    if (stopped) {
      calls.stop();
    }
  }

  /// Whether each call and each loop has to look at [#checkStopped].
  public boolean isWatched() {
    return stopped || isCounted;
  }

  /// What was loaded.
  public Checked program() {
    return program;
  }

  /// The shapes of its types.
  public Shapes shapes() {
    return shapes;
  }

  /// What operations do.
  public Operations operations() {
    return operations;
  }

  /// The value of an operation on boxed values.
  ///
  /// @throws Raise without a place
  public Object apply(Operation operation, Object[] args) {
    return meter.apply(operation, args, operations);
  }

  /// How many calls it may still make, if they are bounded.
  public long callsLeft() {
    return calls;
  }

  /// The places where it calls.
  CallSites callSites() {
    return callSites;
  }

  /// Which functions call each other in circles.
  public Recursion recursion() {
    return recursion;
  }

  /// How far a set of effects reaches.
  public Effects reach() {
    return program.reach();
  }

  /// The code of a function.
  ///
  /// @throws Raise `UnknownFunction`
  public Code code(String function) {
    var code = program.codes().get(function);
    if (code == null) {
      throw Raise.of(
          Kind.RUNTIME_UNKNOWN_FUNCTION, "there is no function :" + function, ":" + function);
    }
    return code;
  }

  /// The code of a function, or of a closure in one, by its name; null if there is none. The first
  /// time it looks at all of the program.
  public @Nullable Code anyCode(String name) {
    var known = all;
    if (known == null) {
      known = collected();
      all = known;
    }
    return known.get(name);
  }

  private Map<String, Code> collected() {
    var codes = new HashMap<>(program.codes());
    program.codes().values().forEach(code -> inner(code, codes));
    program.constants().values().forEach(constant -> inner(constant.code(), codes));
    return codes;
  }

  private static void inner(Code code, Map<String, Code> codes) {
    Cores.each(
        code.body(),
        core -> {
          switch (core) {
            case Core.Lambda lambda -> codes.put(lambda.code().name(), lambda.code());
            case Core.Delay delay -> codes.put(delay.code().name(), delay.code());
            default -> {}
          }
        });
  }

  /// The content hash of the definition that code belongs to, as text; empty if it belongs to none,
  /// such as what chooses among methods.
  public String hash(Code code) {
    var hash = operations.hash(definition(code));
    return hash == null ? "" : hash.toString();
  }

  /// The path of the definition that code belongs to: of a closure, the function around it.
  public static String definition(Code code) {
    var clause = Recursion.base(code.name());
    int number = clause.lastIndexOf('#');
    return number < 0 ? clause : clause.substring(0, number);
  }

  /// The value of a constant; null if it was not evaluated yet.
  public @Nullable Object constant(String name) {
    return constants.get(name);
  }

  /// Takes over the values of constants that are the same in a program that was loaded before;
  /// functions and streams belong to that program, so they are made anew.
  public void keep(Loaded before) {
    program
        .constants()
        .forEach((name, constant) -> {
          var value = before.constant(name);
          var hash = operations.hash(name);
          if (value != null
              && hash != null
              && hash.equals(before.operations.hash(name))
              && program.types().isPortable(constant.type())) {
            constants.put(name, value);
          }
        });
  }

  /// Sets the value of a constant.
  public void constant(String name, Object value) {
    constants.put(name, value);
  }

  /// Calls pure code on this thread's stack.
  ///
  /// @param captured what fills its captured slots
  /// @param place where the program called it, if it is the library that does
  /// @throws Raise if it does
  public Object call(Code code, Object[] captured, Object[] args, int depth, @Nullable Span place) {
    var value = pure.call(code, captured, args, depth);
    return value != null ? value : interpreted(code, captured, args, depth, place);
  }

  /// Does pure steps of a function that is not, on this thread's stack, as [PureCalls#steps] does:
  /// what is left is a [#part].
  public boolean steps(int number, Standing standing) {
    return pure.steps(number, standing);
  }

  /// Computes a pure part of a function that is not, on this thread's stack.
  ///
  /// @param code the part; its captured slots have the numbers of the function's
  /// @throws Raise if it does
  public Object part(Code code, Standing standing, @Nullable Span place) {
    var captured = new Object[code.captured().size()];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = standing.slots[code.captured().get(i)];
    }
    return interpreted(code, captured, NOTHING, standing.depth, place);
  }

  /// What compiled code left. Its stack may be too small for what programs may do.
  private Object interpreted(
      Code code, Object[] captured, Object[] args, int depth, @Nullable Span place) {
    try {
      return Interpreter.pure(this).run(code, captured, args, depth, place);
    } catch (StackOverflowError e) {
      if (poll != null) {
        throw e; // another thread is not counted
      }
      return BigStack.call(
          "wat-deep", () -> Interpreter.pure(this).run(code, captured, args, depth, place));
    }
  }

  /// Ends what runs, with [Stopped], at its next call; from any thread.
  public void stop() {
    stopped = true;
    pure.stop();
  }

  /// Looked at in each call and each loop.
  ///
  /// @throws Stopped if it was told to end, or has made all the calls that it may
  public void checkStopped() {
    if (stopped || isCounted) {
      count();
    }
  }

  private void count() {
    if (stopped || calls == 0) {
      throw new Stopped();
    }
    if (calls > 0) {
      calls--;
    }
    if (poll != null) {
      poll.run();
    }
  }
}
