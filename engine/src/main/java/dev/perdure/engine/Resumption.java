package dev.perdure.engine;

/// Where an attempt goes on, if not at the beginning of its task.
///
/// @param next the sequence number of the effect that the root branch asks next
/// @param continuation goes on there
public record Resumption(int next, Continuation continuation) {}
