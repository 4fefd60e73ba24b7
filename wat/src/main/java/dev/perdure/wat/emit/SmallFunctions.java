package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Cores;
import dev.perdure.wat.core.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Functions that the JVM compiles into those that call them: they are small and do not call
/// themselves. A record that is made for one, and of which it reads fields only, is then never
/// made; nor is one that it gives, if the caller reads fields only.
final class SmallFunctions {
  /// Expressions in such a function at most. What the JVM takes in has 325 bytes at most (its flag
  /// `FreqInlineSize`), and an expression takes one to three.
  private static final int EXPRESSIONS_MAX = 160;

  private final Compiler compiler;
  private final Map<String, Boolean> known = new HashMap<>();

  SmallFunctions(Compiler compiler) {
    this.compiler = compiler;
  }

  /// Whether a function is one, and only reads fields of a record that it takes.
  ///
  /// @param type the path of the record
  boolean reads(String function, int param, String type) {
    return once(
        function + " " + param + " " + type,
        () -> {
          var code = of(function);
          return code != null && new Reading(param, type).holds(code);
        });
  }

  /// Whether a function is one, and makes a record of this type wherever it ends.
  boolean makes(String function, String type) {
    return once(
        function + " " + type,
        () -> {
          var code = of(function);
          return code != null && makes(code.body(), type);
        });
  }

  private boolean once(String question, Supplier<Boolean> answer) {
    var before = known.get(question);
    if (before == null) {
      before = answer.get();
      known.put(question, before);
    }
    return before;
  }

  private @Nullable Code of(String function) {
    var code = compiler.code(function);
    boolean isOne =
        compiler.isCompiled(code)
            && !compiler.recursion().isRecursive(function, function)
            && size(code) <= EXPRESSIONS_MAX;
    return isOne ? code : null;
  }

  private static int size(Code code) {
    var size = new int[1];
    Cores.each(code.body(), _ -> size[0]++);
    return size[0];
  }

  private boolean makes(Core given, String type) {
    var core = compiler.direct(given);
    return switch (core) {
      case Core.Apply(Operation.Construct(String made), _, _, _) -> made.equals(type);
      case Core.Call(var function, _, _, _, _) -> makes(function, type);
      case Core.If(_, var then, var otherwise, _, _) -> makes(then, type) && makes(otherwise, type);
      case Core.Let(_, _, var body, _, _) -> makes(body, type);
      case Core.Do(var steps, _, _) -> makes(steps.getLast(), type);
      case Core.Return(var value, _, _) -> makes(value, type);
      default -> false;
    };
  }

  /// Whether a function only reads fields of a parameter, to its end.
  private final class Reading extends Uses {
    private final int param;
    private final String type;

    Reading(int param, String type) {
      super(compiler.forwarding());
      this.param = param;
      this.type = type;
    }

    boolean holds(Code code) {
      return isFree(code.body(), param);
    }

    @Override
    boolean isReading(Core.Apply apply) {
      return apply.operation() instanceof Operation.Field field && field.type().equals(type);
    }

    @Override
    boolean isReading(Core.Call call, int arg) {
      return SmallFunctions.this.reads(call.function(), arg, type);
    }

    @Override
    void last(Core core, int slot) {
      reads(core, slot);
    }
  }
}
