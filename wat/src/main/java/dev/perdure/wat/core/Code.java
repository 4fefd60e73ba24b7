package dev.perdure.wat.core;

import dev.perdure.value.Span;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.List;

/// A function's body, and what it needs to run.
///
/// @param name its path; of a closure, that of the function around it with `/fn` and a number
/// @param params how many parameters it has: a call fills the slots from 0 on
/// @param captured the slots that are filled when a closure is made, in the order of its captures
/// @param slots the types of all slots
/// @param names what the slots are called in the program; empty for those that have no name there
/// @param effects what its body may do
/// @param result what it gives
public record Code(
    String name,
    int params,
    List<Integer> captured,
    List<Type> slots,
    List<String> names,
    EffectVar effects,
    Type result,
    Core body,
    Span span) {
  public Code {
    captured = List.copyOf(captured);
    slots = List.copyOf(slots);
    names = List.copyOf(names);
  }
}
