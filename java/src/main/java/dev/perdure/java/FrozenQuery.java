package dev.perdure.java;

/// A question that code of a universe can answer about its tasks.
///
/// @param name what it is asked by
/// @param className the binary name of the class whose objects answer
/// @param signature its parameters and result, with generics
public record FrozenQuery(String name, String className, FrozenFunction.Signature signature) {}
