package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records that a loop makes anew at each step only to read their fields at the next one, by
/// itself or by [SmallFunctions]: they are held as their fields, and made when the loop is left.
///
/// ```
/// (defn run [p n]                                              p is two locals, x and y
///   (if (= n 0)
///     p                                                        … is made here
///     (run (Point :x (+ (Point/x p) 1) :y (Point/y p)) (- n 1))))
/// ```
final class Unpacked {
  /// Of a function that has all as it is given.
  static final Unpacked NONE = new Unpacked(Map.of());

  private final Map<Integer, AggregateClass> records;

  private Unpacked(Map<Integer, AggregateClass> records) {
    this.records = Map.copyOf(records);
  }

  /// Of a function that calls itself in tail position.
  static Unpacked of(Code code, Compiler compiler) {
    var records = new HashMap<Integer, AggregateClass>();
    for (int slot = 0; slot < code.params(); slot++) {
      var record = compiler.representations().aggregate(code.slots().get(slot));
      if (record != null && new Made(compiler, code, slot, record.path()).holds()) {
        records.put(slot, record);
      }
    }
    return new Unpacked(records);
  }

  /// The class whose fields a slot is held as; null if it is held as it is.
  @Nullable AggregateClass of(int slot) {
    return records.get(slot);
  }

  /// Finds out whether only fields of a parameter are read on the way to the next step.
  private static final class Made extends Uses {
    private final Code code;
    private final int param;
    private final String type;
    private final SmallFunctions small;
    private boolean makes;

    Made(Compiler compiler, Code code, int param, String type) {
      super(compiler.forwarding());
      this.small = compiler.small();
      this.code = code;
      this.param = param;
      this.type = type;
    }

    boolean holds() {
      return isFree(code.body(), param) && makes;
    }

    @Override
    boolean isReading(Core.Apply apply) {
      return apply.operation() instanceof Operation.Field field && field.type().equals(type);
    }

    @Override
    boolean isReading(Core.Call call, int arg) {
      return small.reads(call.function(), arg, type);
    }

    @Override
    void last(Core core, int slot) {
      if (core instanceof Core.Call(var function, var args, _, _, _)
          && function.equals(code.name())) {
        for (int i = 0; i < args.size(); i++) {
          next(i, direct(args.get(i)));
        }
      }
    }

    private void next(int to, Core arg) {
      if (to != param || !isSlot(arg, param)) {
        reads(arg, param);
      }
      makes |= to == param && isMade(arg);
    }

    private boolean isMade(Core arg) {
      return switch (arg) {
        case Core.Apply(Operation.Construct(String made), _, _, _) -> made.equals(type);
        case Core.Call call -> small.makes(call.function(), type);
        default -> false;
      };
    }
  }
}
