/// Compiles pure code to bytecode of the JVM: numbers and bools unboxed where types say so, calls
/// in tail position as jumps.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.emit;
