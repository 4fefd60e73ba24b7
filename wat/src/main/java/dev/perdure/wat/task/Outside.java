package dev.perdure.wat.task;

import dev.perdure.engine.Effect;
import dev.perdure.wat.type.Type;

/// What a program declares that others do: a function of another universe, or an operation of an
/// effect interface.
///
/// @param operation its path in the program
/// @param name the function's with the router, or the class name of the interface
/// @param method the name of the operation in Java; empty of a function
/// @param result what it gives
record Outside(
    String operation,
    String name,
    String method,
    Effect.Guard guard,
    CallCodec codec,
    Type result) {}
