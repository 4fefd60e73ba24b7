/// The shell: joins engine, log, clock, threads, universes and children; the embedded API.
@org.jspecify.annotations.NullMarked
package dev.perdure.node;
