/// Runs the core form: what all back ends share, and the plain interpreter, which is the oracle of
/// the others.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.run;
