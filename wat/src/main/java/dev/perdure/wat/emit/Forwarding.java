package dev.perdure.wat.emit;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.run.Loaded;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sees through functions that only pass on what they are given, each argument once and in order,
/// such as the clauses of `conj`: a call of one is what it calls. Texts that are written one after
/// the other are put together two by two, from the right: then the first is copied once, and no
/// vector of them is made.
final class Forwarding {
  /// So many functions are seen through at most, one behind the other: code must not grow with what
  /// it calls, and the library's do not go further.
  private static final int DEPTH_MAX = 4;

  private final Loaded loaded;
  private final IdentityHashMap<Core, Core> known = new IdentityHashMap<>();

  /// Through how many functions a call was seen that stands in none of them.
  private final IdentityHashMap<Core, Integer> depths = new IdentityHashMap<>();

  Forwarding(Loaded loaded) {
    this.loaded = loaded;
  }

  /// What an expression comes to: the same object for the same expression.
  Core direct(Core core) {
    return switch (core) {
      case Core.Later later -> direct(later.decided());
      case Core.Call call -> once(call, this::called);
      case Core.Apply(Operation.Java java, var args, _, _)
          when java.member().equals("Strings.concat")
              && direct(args.getFirst())
                  instanceof Core.Apply(Operation.MakeCollection _, var texts, _, _)
              && texts.size() > 1 ->
          once(core, _ -> joined(java, texts));
      default -> core;
    };
  }

  private <C extends Core> Core once(C core, Function<C, Core> of) {
    var seen = known.get(core);
    if (seen == null) {
      seen = of.apply(core);
      known.put(core, seen);
    }
    return seen;
  }

  private static Core joined(Operation.Java concat, List<Core> texts) {
    var text = concat.result();
    var append =
        new Operation.Java(concat.name(), "Fused.append", List.of(text, text), text, false);
    var all = texts.getLast();
    for (int i = texts.size() - 2; i >= 0; i--) {
      var one = texts.get(i);
      all = new Core.Apply(append, List.of(one, all), text, one.span());
    }
    return all;
  }

  private Core called(Core.Call call) {
    var code = loaded.program().codes().get(call.function());
    int depth = depths.getOrDefault(call, 0);
    if (code == null
        || depth == DEPTH_MAX
        || loaded.recursion().isRecursive(call.function(), call.function())) {
      return call;
    }
    var passing = new Passing(call.args(), depth + 1);
    var passed = passing.on(code.body());
    if (passed == null || !passing.isDone()) {
      return call;
    }
    var typed = typed(passed, call);
    depths.put(typed, depth + 1);
    return direct(typed);
  }

  /// The type is that of the call: the function's own may be generic.
  private static Core typed(Core passed, Core.Call call) {
    return switch (passed) {
      case Core.Call(var function, var args, _, _, var span) ->
          new Core.Call(function, args, call.effects(), call.type(), span);
      case Core.Apply(var operation, var args, _, var span) ->
          new Core.Apply(operation, args, call.type(), span);
      default -> passed;
    };
  }

  /// Puts arguments in the place of parameters.
  private final class Passing {
    private final List<Core> args;
    private final int depth;
    private int next;

    Passing(List<Core> args, int depth) {
      this.args = args;
      this.depth = depth;
    }

    /// Whether each argument was used.
    boolean isDone() {
      return next == args.size();
    }

    /// A call or an operation with the arguments in it; null if it does more than pass them on.
    @Nullable Core on(Core body) {
      return switch (body) {
        case Core.Later later -> on(later.decided());
        case Core.Call(var function, var inner, var effects, var type, var span) -> {
          var passed = all(inner);
          if (passed == null) {
            yield null;
          }
          var call = new Core.Call(function, passed, effects, type, span);
          depths.put(call, depth);
          yield call;
        }
        case Core.Apply(var operation, var inner, var type, var span) -> {
          var passed = all(inner);
          yield passed == null ? null : new Core.Apply(operation, passed, type, span);
        }
        default -> null;
      };
    }

    private @Nullable List<Core> all(List<Core> inner) {
      var passed = new ArrayList<Core>();
      for (var one : inner) {
        var now = one(one);
        if (now == null) {
          return null;
        }
        passed.add(now);
      }
      return passed;
    }

    private @Nullable Core one(Core inner) {
      return switch (inner) {
        case Core.Local(int slot, _, _) -> slot == next ? args.get(next++) : null;
        case Core.Literal _, Core.Named _ -> inner;
        case Core.Lambda(_, var captures, _, _) -> captures.isEmpty() ? inner : null;
        default -> on(inner);
      };
    }
  }
}
