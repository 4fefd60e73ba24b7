/// The identity of code by its content: the SHA-256 of each definition and type over its core form,
/// in which what it uses stands by its own hash (W9.1).
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.identity;
