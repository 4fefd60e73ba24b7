/// The library of wat: what each entry is, in wat, and the primitives below it, in Java.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.library;
