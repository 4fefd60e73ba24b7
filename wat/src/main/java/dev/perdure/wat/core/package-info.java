/// The core form of a program: typed, without macros, without names of locals; what every back end
/// runs and what content hashes are taken of.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.core;
