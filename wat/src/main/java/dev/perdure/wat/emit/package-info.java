/// Compiles pure functions of the core form to bytecode of the JVM: numbers and bools unboxed where
/// types say so, self calls in tail position as loops.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.emit;
