/// Makes a program out of its files: settings, loads, macros, checks, and the constants evaluated;
/// behind that nothing of it changes.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.freeze;
