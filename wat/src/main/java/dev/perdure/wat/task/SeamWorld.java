package dev.perdure.wat.task;

import dev.perdure.engine.Effect;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Level;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Version;
import dev.perdure.value.Inst;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.run.Printed;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Ungranted;
import dev.perdure.wat.run.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The world of a task: asks each effect of the engine's seam, which records it (W4). What is
/// printed becomes a line of the task; functions of other universes are called through the router;
/// operations of effect interfaces are performed outside all universes. For one branch.
final class SeamWorld implements World {
  private static final double UNIT = 0x1.0p-53;
  private static final Effect CLOCK = new Effect.ReadClock();
  private static final Effect BITS = new Effect.RandomBits();

  private final Seam seam;
  private final WatCode code;
  private final Version own;
  private final Supplier<@Nullable Payload> checkpoint;

  /// @param own the version of the program
  /// @param checkpoint writes down what the program is about to do; gives null if it cannot
  SeamWorld(Seam seam, WatCode code, Version own, Supplier<@Nullable Payload> checkpoint) {
    this.seam = seam;
    this.code = code;
    this.own = own;
    this.checkpoint = checkpoint;
  }

  @Override
  public Object perform(String effect, String operation, Object[] args) {
    seam.mayCheckpoint(checkpoint);
    return switch (operation) {
      case "wat::kernel::println" -> line(Level.INFO, Printed.line(operation, args[0]));
      case "wat::kernel::pprintln" -> line(Level.INFO, Printed.lines(operation, args[0]));
      case "wat::kernel::eprintln" -> throw end(Printed.line(operation, args[0]));
      case "wat::kernel::epprintln" -> throw end(Printed.lines(operation, args[0]));
      case "wat::runtime::argv" -> Vector.EMPTY;
      case "wat::time::now" -> now();
      case "wat::random::i64" -> random((long) args[0], (long) args[1]);
      case "wat::random::f64" -> (bits() >>> 11) * UNIT;
      case "wat::core::Uuid/v4" -> uuid();
      default -> declared(effect, operation, args);
    };
  }

  private Object line(Level level, String text) {
    returned(seam.ask(new Effect.LogLine(level, text)));
    return Nothing.NIL;
  }

  private RuntimeException end(String text) {
    line(Level.ERROR, text);
    return new World.Ended(text);
  }

  private Instant now() {
    return ((Inst) returned(seam.ask(CLOCK)).value()).value();
  }

  @Override
  public void sleep(Duration duration) {
    returned(seam.ask(new Effect.Sleep(duration)));
  }

  private long bits() {
    return returned(seam.ask(BITS)).number();
  }

  /// The high half of bits times range: what is recorded are the bits, so this never changes.
  private long random(long low, long high) {
    if (low >= high) {
      throw Raise.assertion("no number is from " + low + " and below " + high);
    }
    return low + Math.unsignedMultiplyHigh(bits(), high - low);
  }

  /// RFC 9562, version 4.
  private UUID uuid() {
    long most = (bits() & ~0xF000L) | 0x4000L;
    long least = (bits() & ~(3L << 62)) | (1L << 63);
    return new UUID(most, least);
  }

  private Object declared(String effect, String operation, Object[] args) {
    var outside = code.outsides().find(operation);
    if (outside == null) {
      throw Ungranted.operation(effect, operation);
    }
    var outcome =
        outside.method().isEmpty()
            ? seam.call(new FunctionName(outside.name()), outside.codec().arguments(args))
            : seam.ask(outside.asked(args));
    return switch (outcome) {
      case Outcome.Returned(var value) -> code.outsides().returned(outside, value);
      case Outcome.Threw(var failure) -> code.outsides().failed(outside, failure);
      case Outcome.Cancelled(var why) -> throw new CancelledTask(why);
    };
  }

  @Override
  public @Nullable Object routed(String function, Object[] args) {
    var name = Objects.requireNonNull(code.registered(function));
    var choice = seam.route(name);
    if (seam.within(choice, name, own)) {
      return null;
    }
    var codec = code.codec(name);
    return switch (seam.call(name, codec.arguments(args), choice)) {
      case Outcome.Returned(var value) -> codec.result(value);
      case Outcome.Threw(var failure) ->
          throw Raise.assertion(":" + function + " of " + choice.version() + " failed: " + failure);
      case Outcome.Cancelled(var why) -> throw new CancelledTask(why);
    };
  }

  private static Payload returned(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned(var value) -> value;
      case Outcome.Cancelled(var why) -> throw new CancelledTask(why);
      case Outcome.Threw(var failure) -> throw Raise.assertion(failure.toString());
    };
  }
}
