/// A version of the shop's total to which a line is something else.
@org.jspecify.annotations.NullMarked
package dev.perdure.examples.boxes;
