package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.run.Representation;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/// A collection that a loop grows and that nobody else sees meanwhile: it is held as a builder and
/// changed in place.
///
/// ```
/// (defn evens [i n acc]                            acc is a builder from the first step on
///   (if (= i n)
///     acc                                          … is built here
///     (evens (+ i 2) n (conj acc i))))             … has one more here
/// ```
///
/// That holds for a parameter if, on the way to the next step, it is only read by operations that
/// keep nothing of it, until it is changed, and not looked at after that. What leaves the loop may
/// do with it what it likes: it gets a collection, which the builder does not change.
final class InPlace {
  private final Class<?> builder;
  private final Set<Integer> slots = new HashSet<>();
  private final Set<Core> changed = Collections.newSetFromMap(new IdentityHashMap<>());

  private InPlace(Class<?> builder) {
    this.builder = builder;
  }

  /// Of a function that keeps no collection as a builder.
  static InPlace none() {
    return new InPlace(Object.class);
  }

  /// Of a function that calls itself in tail position, for the first parameter that it holds for.
  static InPlace ofLoop(Code code, Forwarding forwarding) {
    for (int slot = 0; slot < code.params(); slot++) {
      var inPlace = of(code, slot);
      if (inPlace.isAny() && inPlace.new Growing(forwarding, code, slot, true).holds()) {
        return inPlace;
      }
    }
    return none();
  }

  /// Of a function that is called with what it gave before, as a fold does it, for its first
  /// parameter; it gives the builder.
  static InPlace ofStep(Code code, Forwarding forwarding) {
    var inPlace = of(code, 0);
    return inPlace.isAny()
            && Representation.of(code.result()) == Representation.of(code.slots().getFirst())
            && inPlace.new Growing(forwarding, code, 0, false).holds()
        ? inPlace
        : none();
  }

  private static InPlace of(Code code, int slot) {
    return new InPlace(Builders.of(Representation.of(code.slots().get(slot))));
  }

  /// Whether it holds for any slot.
  boolean isAny() {
    return builder != Object.class;
  }

  /// How the slots that it holds for are held.
  Class<?> builder() {
    return builder;
  }

  /// Whether a slot holds the builder.
  boolean isIn(int slot) {
    return slots.contains(slot);
  }

  /// Whether an expression gives the builder.
  boolean gives(Core core) {
    return core instanceof Core.Local(int slot, _, _) ? isIn(slot) : changed.contains(core);
  }

  /// Finds out whether it holds, and where the builder is.
  private final class Growing extends Uses {
    private final Code code;
    private final int param;
    private final boolean isLoop;
    private boolean changes;

    Growing(Forwarding forwarding, Code code, int param, boolean isLoop) {
      super(forwarding);
      this.code = code;
      this.param = param;
      this.isLoop = isLoop;
    }

    boolean holds() {
      slots.add(param);
      return isFree(code.body(), param) && changes;
    }

    @Override
    boolean isReading(Core.Apply apply) {
      return apply.operation() instanceof Operation.Java java && Builders.isReading(java, builder);
    }

    @Override
    void last(Core core, int slot) {
      if (!isLoop) {
        given(core, slot);
      } else if (core instanceof Core.Call(var function, var args, _, _, _)
          && function.equals(code.name())) {
        reads(args.subList(0, param), slot);
        given(args.get(param), slot);
        args.subList(param + 1, args.size()).forEach(arg -> absent(arg, slot));
      }
    }

    /// What is to be a builder: the one that there is, perhaps changed, or another one of what an
    /// expression gives.
    ///
    /// @return whether it is the one that there is
    private boolean given(Core given, int slot) {
      var core = direct(given);
      boolean is =
          switch (core) {
            case Core.Local(int of, _, _) -> of == slot;
            case Core.Apply apply -> isChange(apply, slot);
            case Core.If(var condition, var then, var otherwise, _, _) -> {
              reads(condition, slot);
              boolean first = given(then, slot);
              yield given(otherwise, slot) || first;
            }
            case Core.Let let -> given(let.body(), bound(let, slot));
            case Core.Do(var steps, _, _) -> {
              reads(steps.subList(0, steps.size() - 1), slot);
              yield given(steps.getLast(), slot);
            }
            case Core.Cases(var cases, _, _, _) -> {
              boolean any = false;
              for (var one : cases) {
                steps(one, slot);
                any |= given(one.body(), slot);
              }
              yield any;
            }
            default -> false;
          };
      if (is) {
        changed.add(core);
      }
      return is;
    }

    @Override
    int bound(Core.Let let, int slot) {
      if (isRead(let.value(), slot)
          && Builders.of(Representation.of(let.value().type())) == builder
          && given(let.value(), slot)) {
        absent(let.body(), slot);
        slots.add(let.slot());
        return let.slot();
      }
      return super.bound(let, slot);
    }

    private boolean isChange(Core.Apply apply, int slot) {
      if (!(apply.operation() instanceof Operation.Java java)
          || apply.args().isEmpty()
          || !Builders.isChange(java, builder)
          || !isRead(apply.args().getFirst(), slot)
          || !given(apply.args().getFirst(), slot)) {
        return false;
      }
      var rest = apply.args().subList(1, apply.args().size());
      if (isSlot(apply.args().getFirst(), slot)) {
        reads(rest, slot);
      } else {
        rest.forEach(arg -> absent(arg, slot));
      }
      changes = true;
      return true;
    }
  }
}
