package dev.perdure.node;

import dev.perdure.engine.Event;

/// An event of a task, and where it stands in the log.
public record Noted(long offset, Event.OfTask event) {}
