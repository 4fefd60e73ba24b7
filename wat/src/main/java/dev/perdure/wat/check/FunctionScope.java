package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The function whose body is being checked: its slots, what it captured, and its effects.
final class FunctionScope {
  private final @Nullable FunctionScope outer;
  private final String name;
  private final String clauseless;
  private final Type result;
  private final EffectVar effects;
  private final List<Type> slots = new ArrayList<>();

  /// What the slots are called in the program; empty for those that have no name there.
  private final List<String> names = new ArrayList<>();

  /// The own slot of each captured local, by the slot and the function that it has its value from.
  private final Map<Env, Integer> captured = new LinkedHashMap<>();

  private boolean isFunction = true;
  private int closures;

  /// @param name of its code: no other has it
  FunctionScope(@Nullable FunctionScope outer, String name, Type result, EffectVar effects) {
    this.outer = outer;
    this.name = name;
    this.clauseless = written(name);
    this.result = result;
    this.effects = effects;
  }

  /// An expression that is in no function: of a `def`, of a top-level `let`, or one that stands
  /// there alone.
  static FunctionScope topLevel(String name, EffectVar effects) {
    var scope = new FunctionScope(null, name, Basic.NEVER, effects);
    scope.isFunction = false;
    return scope;
  }

  /// Whether there is something to return from.
  boolean isFunction() {
    return isFunction;
  }

  /// The path that a program knows a function by: without the number of a clause.
  static String written(String name) {
    return name.indexOf('#') < 0 ? name : name.replaceAll("#\\d+[?!]?", "");
  }

  /// The path of the definition; of a closure, that of the function around it with `/fn` and a
  /// number.
  String name() {
    return clauseless;
  }

  /// The name of the function that it stands in, or its own.
  String function() {
    return outer == null ? name : outer.function();
  }

  /// What it is declared to give.
  Type result() {
    return result;
  }

  /// What its body does.
  EffectVar effects() {
    return effects;
  }

  @Nullable FunctionScope outer() {
    return outer;
  }

  /// A name for the next closure in it.
  String closure() {
    return name + "/fn" + ++closures;
  }

  /// A slot for a value of the type.
  int slot(Type type) {
    slots.add(type);
    names.add("");
    return slots.size() - 1;
  }

  /// The types of the slots.
  List<Type> slots() {
    return slots;
  }

  /// Says what a slot is called in the program.
  void call(int slot, String local) {
    names.set(slot, local);
  }

  /// The value of a local, captured if it belongs to a function around this one.
  Core read(Env local, Span span) {
    return new Core.Local(slotOf(local), local.type(), span);
  }

  private int slotOf(Env local) {
    if (local.owner() == this) {
      return local.slot();
    }
    return captured.computeIfAbsent(local, this::slotFor);
  }

  private int slotFor(Env local) {
    int slot = slot(local.type());
    call(slot, local.symbol().name());
    return slot;
  }

  /// The slots of the function around it that fill them.
  List<Integer> captures() {
    if (outer == null) {
      throw new IllegalStateException("only a closure captures");
    }
    return captured.keySet().stream().map(outer::slotOf).toList();
  }

  /// The code of the function, when its body has been checked.
  ///
  /// @param params how many of the slots are parameters
  /// @param type of what it gives
  Code code(int params, Type type, Core body, Span span) {
    var filled = List.copyOf(captured.values());
    return new Code(name, params, filled, slots, names, effects, type, body, span);
  }
}
