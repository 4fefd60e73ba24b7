package dev.perdure.engine;

/// A place of a task that waits for the end of another one.
record Awaiting(TaskId task, Place place) {}
