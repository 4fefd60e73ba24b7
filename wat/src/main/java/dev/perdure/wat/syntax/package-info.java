/// wat's programs as data: syntax trees, the reader, the printer and the formatter.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.syntax;
