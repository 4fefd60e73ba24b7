package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Message;
import dev.perdure.engine.PerformOptions;
import dev.perdure.engine.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Makes programs from a seed. A function calls and starts only functions with a higher number, so
/// that every program ends.
final class Programs {
  /// Functions of a universe.
  static final int FUNCTIONS = 5;

  /// Names of messages.
  static final int MESSAGES = 2;

  private static final int DEPTH_MAX = 3;
  private static final int OPS_MAX = 6;

  private final SplittableRandom random;
  private final @Nullable List<Op> only;
  private final int valueBytesMax;
  private int budget;

  /// @param only the program of every function; null: random ones
  /// @param valueBytesMax how large large values are
  Programs(SplittableRandom random, @Nullable List<Op> only, int valueBytesMax) {
    this.valueBytesMax = valueBytesMax;
    this.random = random;
    this.only = only;
  }

  /// The program of a function.
  List<Op> program(int function) {
    if (only != null) {
      return only;
    }
    budget = 30;
    if (random.nextInt(5) == 0) {
      return List.of();
    }
    return block(function, 0, 1 + random.nextInt(OPS_MAX));
  }

  private List<Op> block(int function, int depth, int ops) {
    var block = new ArrayList<Op>();
    for (int i = 0; i < ops && budget > 0; i++) {
      budget--;
      block.add(op(function, depth));
    }
    return List.copyOf(block);
  }

  private List<Op> below(int function, int depth) {
    return block(function, depth + 1, 1 + random.nextInt(3));
  }

  private Op op(int function, int depth) {
    int roll = random.nextInt(depth < DEPTH_MAX ? 100 : 56);
    boolean last = function >= FUNCTIONS - 1;
    int other = last ? function : function + 1 + random.nextInt(FUNCTIONS - 1 - function);
    return switch (roll) {
      case 0, 1, 2, 3, 4, 5 -> new Op.Clock();
      case 6, 7, 8 -> new Op.Bits();
      case 9, 10 -> new Op.NewId();
      case 11, 12, 13 -> new Op.Line(random.nextInt(8) == 0 ? valueBytesMax / 2 : 10);
      case 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 -> perform();
      case 24, 25, 26, 27 -> new Op.Sleep(millis());
      case 28, 29 -> lateAwait();
      case 30, 31 -> receive();
      case 32, 33, 34, 35, 36, 37 -> last ? new Op.Clock() : new Op.Child(other);
      case 38 -> new Op.NoChild();
      case 39, 40, 41 -> new Op.AwaitChild(random.nextInt(8));
      case 42, 43, 44, 45 -> lateAwait();
      case 46, 47 -> new Op.CancelChild(random.nextInt(8));
      case 48, 49, 50 -> last ? new Op.Bits() : new Op.Call(other);
      case 51 -> new Op.Throw("thrown by f" + function);
      case 52 -> new Op.Overflow();
      case 53 -> new Op.Impure();
      case 54, 55 -> last ? perform() : new Op.Call(other);
      default -> nested(roll, function, depth);
    };
  }

  private Op nested(int roll, int function, int depth) {
    return switch (roll % 13) {
      case 0, 1, 2 -> new Op.All(branches(function, depth));
      case 3, 4, 5 -> new Op.Race(branches(function, depth));
      case 11, 12 -> new Op.Any(branches(function, depth));
      case 6 -> new Op.Repeat(1 + random.nextInt(4), below(function, depth));
      case 7 -> new Op.Branch(below(function, depth), below(function, depth));
      case 8, 9 -> new Op.Finally(below(function, depth), below(function, depth));
      default -> new Op.Catch(below(function, depth));
    };
  }

  private List<List<Op>> branches(int function, int depth) {
    int count = random.nextInt(10) == 0 ? random.nextInt(2) : 2 + random.nextInt(2);
    var branches = new ArrayList<List<Op>>();
    for (int i = 0; i < Math.max(1, count); i++) {
      branches.add(below(function, depth));
    }
    return List.copyOf(branches);
  }

  /// Awaits a child that has probably ended.
  private Op lateAwait() {
    return new Op.Repeat(1, List.of(new Op.Sleep(3_000), new Op.AwaitChild(random.nextInt(8))));
  }

  /// Receives a message, if one comes within some time.
  private Op receive() {
    var kind = random.nextInt(3) == 0 ? Message.PROMISE : Message.SIGNAL;
    var receive = new Op.Receive(kind, message());
    return new Op.Race(List.of(List.of(receive), List.of(new Op.Sleep(millis()))));
  }

  private String message() {
    return "s" + random.nextInt(MESSAGES);
  }

  private Op perform() {
    var guard = random.nextInt(3) == 0 ? Effect.Guard.NONE : Effect.Guard.DURABLE;
    int pick = random.nextInt(10);
    var name = pick == 0 ? FakeWorld.LATE : guard == Effect.Guard.NONE ? "feed" : "bank";
    int bytes = random.nextInt(12) == 0 ? valueBytesMax : 8;
    return new Op.Perform(name, "m" + random.nextInt(3), guard, options(), bytes);
  }

  private PerformOptions options() {
    if (random.nextInt(3) > 0) {
      return PerformOptions.NONE;
    }
    var first = Duration.ofMillis(random.nextBoolean() ? random.nextInt(2_000) : 0);
    var retry = new Retry(1 + random.nextInt(4), first, first.multipliedBy(5), List.of());
    int timeout = random.nextInt(3) == 0 ? 1 + random.nextInt(400) : 0;
    int heartbeat = random.nextInt(4) == 0 ? 1 + random.nextInt(200) : 0;
    return new PerformOptions(retry, timeout, heartbeat);
  }

  private int millis() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1, 2 -> random.nextInt(20);
      case 3, 4 -> random.nextInt(2_000);
      default -> random.nextInt(60_000);
    };
  }
}
