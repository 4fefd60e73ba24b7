/// Codecs between Java objects and values, by name and shape: what crosses the border of a
/// universe.
@org.jspecify.annotations.NullMarked
package dev.perdure.java.codec;
