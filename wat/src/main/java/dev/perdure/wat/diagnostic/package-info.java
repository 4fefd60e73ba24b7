/// What is wrong with a wat program, as data, and how it is shown to people and to tools.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.diagnostic;
