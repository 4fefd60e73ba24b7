/// What a program declares: its types and definitions, read from forms without macros.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.declare;
