package dev.perdure.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stack and the locals at one point of a method.
final class FlowState {
  private final List<FlowValue> stack;
  private final Map<Integer, FlowValue> locals;

  FlowState() {
    this(new ArrayList<>(), new HashMap<>());
  }

  private FlowState(List<FlowValue> stack, Map<Integer, FlowValue> locals) {
    this.stack = stack;
    this.locals = locals;
  }

  FlowState copy() {
    return new FlowState(new ArrayList<>(stack), new HashMap<>(locals));
  }

  /// The same locals with nothing but a caught exception on the stack.
  FlowState caught() {
    var caught = new FlowState(new ArrayList<>(), new HashMap<>(locals));
    caught.push(FlowValue.OWN);
    return caught;
  }

  /// Takes in another way to reach the same point; true if that says anything new.
  boolean merge(FlowState other) {
    var changed = false;
    for (var i = 0; i < stack.size() && i < other.stack.size(); i++) {
      var either = stack.get(i).or(other.stack.get(i));
      changed |= !either.equals(stack.set(i, either));
    }
    for (var local : other.locals.entrySet()) {
      var known = locals.getOrDefault(local.getKey(), FlowValue.OWN);
      var either = known.or(local.getValue());
      changed |= !either.equals(known);
      locals.put(local.getKey(), either);
    }
    return changed;
  }

  void push(FlowValue value) {
    stack.add(value);
  }

  FlowValue pop() {
    return stack.isEmpty() ? FlowValue.OWN : stack.removeLast();
  }

  /// Takes values off; the deepest first.
  List<FlowValue> pop(int count) {
    var values = new ArrayList<FlowValue>();
    for (var i = 0; i < count; i++) {
      values.addFirst(pop());
    }
    return values;
  }

  FlowValue local(int slot) {
    return locals.getOrDefault(slot, FlowValue.OWN);
  }

  void local(int slot, FlowValue value) {
    locals.put(slot, value);
  }

  /// The `dup` family (JVMS 6.5): copies the top values of a number of slots below others.
  ///
  /// @param slots how many slots are copied
  /// @param below how many slots the copies are put under
  void duplicate(int slots, int below) {
    var top = take(slots);
    var middle = take(below);
    stack.addAll(top);
    stack.addAll(middle);
    stack.addAll(top);
  }

  /// Takes values that fill a number of slots; the deepest first.
  List<FlowValue> take(int slots) {
    var values = new ArrayList<FlowValue>();
    var left = slots;
    while (left > 0) {
      var value = pop();
      values.addFirst(value);
      left -= value.size();
    }
    return values;
  }
}
