package dev.perdure.java;

import java.util.SortedMap;

/// What a version of a function takes and returns.
///
/// @param signature its parameters and its result
/// @param shapes the records, sealed interfaces and enums they are made of, by class name
public record FunctionTypes(
    FrozenFunction.Signature signature, SortedMap<String, TypeShape> shapes) {}
