/// An order shop: the program of the Java guide.
@org.jspecify.annotations.NullMarked
package dev.perdure.examples.orders;
