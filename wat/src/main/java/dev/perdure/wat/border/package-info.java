/// What crosses the border between a program and the engine: values by names and shapes, and what a
/// program asks that others do.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.border;
