/// Turns functions that are not pure into steps: what touches nothing is computed at once, and what
/// may wait stands by itself.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.lower;
