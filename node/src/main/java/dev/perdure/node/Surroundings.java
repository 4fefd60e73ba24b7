package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.engine.Ids;

/// What a node brings to its tasks: the ports of the engine as this node has them.
///
/// @param inputs the way to the writer
/// @param clock the time
/// @param ids ids and random numbers
/// @param threads what task code runs on
/// @param effects implementations of effect interfaces
/// @param lines where log lines go
/// @param observer looks on
/// @param ownership which engine this is, and in which of its lives
record Surroundings(
    InputQueue inputs,
    Clock clock,
    Ids ids,
    Threads threads,
    Effects effects,
    Lines lines,
    Observer observer,
    Ownership ownership) {}
