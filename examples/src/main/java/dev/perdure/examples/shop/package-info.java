/// A small shop: three functions over a catalogue and a warehouse, later versions of them, and the
/// implementations of their effects over SQL and HTTP.
@org.jspecify.annotations.NullMarked
package dev.perdure.examples.shop;
