package dev.perdure.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where an attempt goes on, if not at the beginning of its task.
///
/// @param next the sequence number of the effect that the root branch asks next
/// @param reading reads what goes on there, as [Universe#continuation]
public record Resumption(int next, Function<Seam, @Nullable Continuation> reading) {}
