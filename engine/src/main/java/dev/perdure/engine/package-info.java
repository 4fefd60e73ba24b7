/// The pure core: events, state, tasks, effects, routes, replay.
@org.jspecify.annotations.NullMarked
package dev.perdure.engine;
