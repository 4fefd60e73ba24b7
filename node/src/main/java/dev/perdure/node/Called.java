package dev.perdure.node;

import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import java.util.Optional;

/// What came of a call within the time its caller gave it.
///
/// @param task the task: a new one, or the first with the same idempotency key
/// @param outcome how it ended, durably; empty if it goes on
public record Called(TaskId task, Optional<Outcome> outcome) {}
