/// A small shop: three functions over a catalogue and a warehouse, and two later versions of one of
/// them.
@org.jspecify.annotations.NullMarked
package dev.perdure.examples.shop;
