/// The types of wat: what can be written, what is declared, and when one fits another.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.type;
