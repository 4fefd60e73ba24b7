package dev.perdure.wat.machine;

import dev.perdure.value.Span;
import dev.perdure.value.Value;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.lower.Part;
import dev.perdure.wat.lower.Site;
import dev.perdure.wat.lower.Step;
import dev.perdure.wat.run.Arguments;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Delayed;
import dev.perdure.wat.run.Limits;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Parked;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs one thread of a program: what may touch the world on frames that are values, one step after
/// the other; what is pure at once, compiled. Pure code needs a stack for the depth that programs
/// may have. For one thread of the JVM at a time.
public final class Machine {
  private static final Object[] NOTHING = {};

  private final Loaded loaded;
  private final Lowerings lowerings;
  private final World world;

  /// The frame that asks the world, or waits; null if none does. The one that runs is not kept here
  /// at each step: to note it in an object that has lived for long costs as much as the step.
  private @Nullable Frame top;

  /// What it begins with when it goes for the first time; null if it has begun.
  private @Nullable Function function;

  private Object[] args = NOTHING;

  /// What the first frame gave.
  private Object result = Nothing.NIL;

  private long frames;

  /// @param world answers the effects
  public Machine(Loaded loaded, Lowerings lowerings, World world) {
    this.loaded = loaded;
    this.lowerings = lowerings;
    this.world = world;
  }

  /// Evaluates the constants in their order, those that have no value yet: they are pure.
  ///
  /// @throws Raise if one does
  public void evaluateConstants() {
    loaded
        .program()
        .constants()
        .forEach((name, constant) -> {
          if (loaded.constant(name) == null) {
            loaded.constant(name, loaded.call(constant.code(), NOTHING, NOTHING, 0, null));
          }
        });
  }

  /// Calls a function by its path, in a world that answers at once.
  ///
  /// @throws Raise if it does
  public Object call(String function, Object... args) {
    begin(new Closure(loaded, loaded.code(function), NOTHING), args);
    return ended(go());
  }

  /// Will call a function when it goes for the first time.
  public void begin(Function called, Object... with) {
    if (top != null) {
      throw new IllegalStateException("a machine runs one call at a time");
    }
    function = called;
    args = with;
  }

  /// Goes on until the first frame has given its value, or the world says that it cannot answer
  /// yet: then the step that asks is done again by the next call.
  ///
  /// @return the value; null if it waits
  /// @throws Raise if the program does
  public @Nullable Object go() {
    var frame = top;
    try {
      if (function != null) {
        frame = entered(function);
        function = null;
      }
      while (frame != null) {
        frame = step(frame);
      }
      return result;
    } catch (Parked parked) {
      return null;
    } catch (Raise raise) {
      function = null;
      frame = null;
      throw raise;
    } finally {
      top = frame;
    }
  }

  /// The first frame; null if the call needs none and has given its value.
  private @Nullable Frame entered(Function called) {
    if (!(called instanceof Closure closure) || closure.loaded() != loaded) {
      result = world.call(called, args);
      return null;
    }
    if (lowerings.isPure(closure.code())) {
      result = loaded.call(closure.code(), closure.captured(), args, 0, null);
      return null;
    }
    return frame(lowerings.of(closure.code()), closure.captured(), args, null, 0, null);
  }

  private static Object ended(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("the world answers at once");
    }
    return value;
  }

  /// What waits, as a value: while the world is asked, the frames from that on to the first.
  /// Nothing changes by it.
  ///
  /// @throws dev.perdure.value.PerdureException `CHECKPOINT_UNWRITABLE` if they hold what is no
  ///   value, or more than [Limits] allows
  public Value checkpoint() {
    return new CheckpointWriter(loaded).frames(Objects.requireNonNull(top, "nothing waits"));
  }

  /// Goes on from a checkpoint, beginning with the effect that waited: it is asked again. The
  /// constants must have been evaluated.
  ///
  /// @return what the first frame gives
  /// @throws Raise if the program does
  /// @throws dev.perdure.value.PerdureException `CHECKPOINT_UNREADABLE` if it is of another program
  public Object resume(Value checkpoint) {
    begin(Checkpoint.read(loaded, lowerings, checkpoint));
    return ended(go());
  }

  /// Will go on from a checkpoint, of the same program, when it goes for the first time. Once.
  public void begin(Checkpoint checkpoint) {
    if (top != null) {
      throw new IllegalStateException("a machine runs one call at a time");
    }
    top = checkpoint.frame();
  }

  /// Where the program asks the world, in its own files rather than in the library; to be asked
  /// while the world is. Null if no frame waits.
  public @Nullable Span position() {
    return top == null ? null : top.shown(top.site());
  }

  /// The functions that wait for the world, from the innermost to the first, each by its path; to
  /// be asked while the world is.
  public List<String> functions() {
    var functions = new ArrayList<String>();
    for (var frame = top; frame != null; frame = frame.caller) {
      functions.add(Loaded.definition(frame.lowered.code()));
    }
    return functions;
  }

  /// Where it stands, from the innermost frame to the first; to be asked while the world is.
  public List<FrameView> stack() {
    var views = new ArrayList<FrameView>();
    for (var frame = top; frame != null; frame = frame.caller) {
      views.add(FrameView.of(frame));
    }
    return views;
  }

  /// How many frames it has made so far.
  public long frames() {
    return frames;
  }

  private Frame frame(
      Lowered lowered,
      Object[] captured,
      Object[] args,
      @Nullable Frame caller,
      int depth,
      @Nullable Span place) {
    var slots = new Object[lowered.slots()];
    System.arraycopy(args, 0, slots, 0, args.length);
    for (int i = 0; i < captured.length; i++) {
      slots[lowered.code().captured().get(i)] = captured[i];
    }
    return frame(lowered, slots, caller, depth, place);
  }

  private Frame frame(
      Lowered lowered, Object[] slots, @Nullable Frame caller, int depth, @Nullable Span place) {
    frames++;
    return new Frame(lowered, slots, caller, depth, place);
  }

  /// Does the step where the frame stands, and pure ones with those behind them; the frame that
  /// goes on, null if the first has ended.
  private @Nullable Frame step(Frame frame) {
    return switch (frame.step()) {
      case Step.Compute _, Step.Unless _, Step.Jump _ -> pure(frame);
      case Step.Perform perform -> performed(perform, frame);
      case Step.Call call -> called(call, frame);
      case Step.Give(var part) -> ended(frame, value(part, frame));
      case Step.Invoke invoke -> invoked(invoke, frame);
      case Step.NoMatch(var subject, var site) -> throw noMatch(value(subject, frame), site);
      case Step.Force force -> forced(force, frame);
      case Step.Drain drain -> drained(drain, frame);
    };
  }

  /// Does the pure step where the frame stands, and those behind it.
  private Frame pure(Frame frame) {
    if (!loaded.steps(frame.lowered.number(), frame)) {
      alone(frame);
    }
    return frame;
  }

  /// Does the one pure step where the frame stands, which was left.
  private void alone(Frame frame) {
    switch ((Step.Pure) frame.step()) {
      case Step.Compute(int into, var part) -> {
        frame.slots[into] = value(part, frame);
        frame.at++;
      }
      case Step.Unless(var condition, var to) ->
          frame.at = (Boolean) value(condition, frame) ? frame.at + 1 : to.at();
      case Step.Jump(var to) -> frame.at = to.at();
    }
  }

  private Object value(Part part, Frame frame) {
    return switch (part) {
      case Part.Ready ready -> value(ready, frame);
      case Part.Computed(var code) -> loaded.part(code, frame, frame.place);
    };
  }

  private static Object value(Part.Ready part, Frame frame) {
    return switch (part) {
      case Part.Slot(int slot) -> frame.slots[slot];
      case Part.Value(Object value) -> value;
    };
  }

  private static Raise noMatch(Object subject, Site site) {
    return Raise.of(Kind.RUNTIME_PATTERN_MATCH_FAILED, "no arm takes the value", Show.of(subject))
        .at(site.span());
  }

  /// The frame has given its value.
  private @Nullable Frame ended(Frame frame, Object value) {
    if (frame.caller == null) {
      result = value;
      return null;
    }
    return given(frame.caller, value);
  }

  /// The frame goes on with what it waited for.
  private @Nullable Frame given(Frame frame, Object value) {
    if (frame.forcing != null) {
      return forced(frame, frame.forcing, (Stream) value);
    }
    return put(frame, value);
  }

  private static Frame put(Frame frame, Object value) {
    if (!(frame.step() instanceof Step.Waiting step)) {
      throw new IllegalStateException("nothing waits here");
    }
    frame.slots[step.into()] = value;
    frame.at++;
    return frame;
  }

  private Frame forced(Step.Force force, Frame frame) {
    frame.forcing = new Frame.Forcing(null);
    return forced(frame, frame.forcing, (Stream) value(force.stream(), frame));
  }

  private Frame drained(Step.Drain drain, Frame frame) {
    var value = value(drain.stream(), frame);
    if (value instanceof Stream all) {
      frame.forcing = new Frame.Forcing(new VectorBuilder());
      return forced(frame, frame.forcing, all);
    }
    return put(frame, value);
  }

  /// Goes on with forcing a stream. One delay that gives another is followed in a loop.
  private Frame forced(Frame frame, Frame.Forcing forcing, Stream next) {
    var stream = next;
    while (true) {
      loaded.checkStopped();
      if (stream.pending() instanceof Delayed delayed && !lowerings.isPure(delayed.code())) {
        forcing.passed.add(stream);
        var steps = lowerings.of(delayed.code());
        return frame(steps, delayed.captured(), NOTHING, frame, 0, null);
      }
      var cell = stream.cell();
      forcing.passed.forEach(passed -> passed.become(cell));
      forcing.passed.clear();
      if (forcing.elements == null || cell == null) {
        frame.forcing = null;
        return put(
            frame,
            forcing.elements != null
                ? forcing.elements.build()
                : cell == null ? Variant.NONE : Variant.some(Tuple.of(cell.first(), cell.rest())));
      }
      forcing.elements.add(cell.first());
      stream = cell.rest();
    }
  }

  private @Nullable Frame called(Step.Call call, Frame frame) {
    loaded.checkStopped();
    var callee = call.callee();
    if (callee.isRouted()) {
      var given = routed(callee.name(), call.args().read(frame.slots), call.site(), frame);
      if (given != null) {
        return call.isTail() ? ended(frame, given) : given(frame, given);
      }
    }
    var lowered = callee.lowered();
    var slots = call.args().read(frame.slots, lowered.slots());
    var caller = call.isTail() ? frame.caller : frame;
    int depth = call.mayLeadBack() && !call.isTail() ? deeper(frame, call.site()) : frame.depth;
    return frame(lowered, slots, caller, depth, frame.placeOf(call.site()));
  }

  /// What another version gives that serves a call of a function; null if none does.
  private @Nullable Object routed(String function, Object[] args, Site site, Frame frame) {
    top = frame;
    try {
      return world.routed(function, args);
    } catch (Raise raise) {
      throw raise.at(frame.shown(site));
    } catch (EdnFault fault) {
      throw new Raise(fault.diagnostic(function, frame.shown(site)));
    }
  }

  private static int deeper(Frame frame, Site site) {
    if (frame.depth >= Limits.DEPTH_MAX) {
      var name = ":" + frame.lowered.code().name();
      throw Raise.of(
              Kind.RUNTIME_STACK_EXHAUSTED,
              name + " calls deeper than " + Limits.DEPTH_MAX,
              name,
              (long) Limits.DEPTH_MAX)
          .at(site.span());
    }
    return frame.depth + 1;
  }

  private @Nullable Frame invoked(Step.Invoke invoke, Frame frame) {
    loaded.checkStopped();
    var function = function(value(invoke.function(), frame), invoke);
    var args = invoke.args().read(frame.slots);
    try {
      if (invoke.spreads()) {
        args = Arguments.spread(function, invoke.fixed(), args);
      } else {
        Arguments.check(function, args);
      }
    } catch (Raise raise) {
      throw raise.at(invoke.site().span());
    }
    if (!(function instanceof Closure closure) || closure.loaded() != loaded) {
      top = frame;
      return ended(invoke, frame, world.call(function, args));
    }
    var name = closure.code().name();
    if (lowerings.isRouted(name)) {
      var given = routed(name, args, invoke.site(), frame);
      if (given != null) {
        return ended(invoke, frame, given);
      }
    }
    int depth = invoke.isTail() ? frame.depth : deeper(frame, invoke.site());
    var place = frame.placeOf(invoke.site());
    if (lowerings.isPure(closure.code())) {
      var value = loaded.call(closure.code(), closure.captured(), args, depth, place);
      return ended(invoke, frame, value);
    }
    var caller = invoke.isTail() ? frame.caller : frame;
    var steps = lowerings.of(closure.code());
    return frame(steps, closure.captured(), args, caller, depth, place);
  }

  private @Nullable Frame ended(Step.Invoke invoke, Frame frame, Object value) {
    return invoke.isTail() ? ended(frame, value) : given(frame, value);
  }

  private Function function(Object called, Step.Invoke invoke) {
    return switch (called) {
      case Function function -> function;
      case Keyword(String path) when invoke.spreads() ->
          new Closure(loaded, loaded.code(path), NOTHING);
      default -> {
        var shown = Show.of(called);
        throw Raise.of(Kind.RUNTIME_NOT_CALLABLE, shown + " is no function", shown)
            .at(invoke.site().span());
      }
    };
  }

  private Frame performed(Step.Perform perform, Frame frame) {
    var operation = perform.operation();
    var args = perform.args().view(frame.slots);
    top = frame;
    try {
      frame.slots[perform.into()] = world.perform(operation.effect(), operation.name(), args);
      frame.at++;
      return frame;
    } catch (Raise raise) {
      throw raise.at(frame.shown(perform.site()));
    } catch (EdnFault fault) {
      throw new Raise(fault.diagnostic(operation.name(), frame.shown(perform.site())));
    }
  }
}
