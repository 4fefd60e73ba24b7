package dev.perdure.engine;

/// A version that served a call of a function.
public record Served(FunctionName function, Version version) {}
