/// Programs on the engine: universes whose functions are called by tasks, and how their effects are
/// asked.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.task;
