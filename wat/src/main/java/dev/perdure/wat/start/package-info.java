/// Starts programs and answers what they ask: entry, exit codes, streams, files, evaluation, tests.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.start;
