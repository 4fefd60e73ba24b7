package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;

/// A step on the way from a function to what it does.
///
/// @param callee what is called, or the operation at the end
/// @param span where
public record Via(String callee, Span span) {}
