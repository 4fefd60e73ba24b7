package dev.perdure.wat.border;

import dev.perdure.engine.Effect;
import dev.perdure.wat.type.Type;

/// What a program declares that others do: a function of another universe, or an operation of an
/// effect interface.
///
/// @param operation its path in the program
/// @param effect what asking for it does: `call`, or the path of the interface
/// @param name the function's with the router, or the class name of the interface
/// @param method the name of the operation in Java; empty of a function
/// @param result what it gives
public record Outside(
    String operation,
    String effect,
    String name,
    String method,
    Effect.Guard guard,
    CallCodec codec,
    Type result) {
  /// What is asked of the implementation of an interface.
  ///
  /// @throws dev.perdure.wat.data.NotPortable of what may not cross
  public Effect.Perform asked(Object[] args) {
    return new Effect.Perform(name, method, codec.arguments(args), guard);
  }
}
