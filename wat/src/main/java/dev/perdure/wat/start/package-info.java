/// Starts programs: their entry, their streams and exit codes, their tests.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.start;
