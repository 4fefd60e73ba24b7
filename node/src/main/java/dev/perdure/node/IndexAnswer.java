package dev.perdure.node;

import dev.perdure.index.Lag;

/// An answer from the index.
///
/// @param lag how far the index was behind the log at most, when it was asked
public record IndexAnswer<T>(T answer, Lag lag) {}
