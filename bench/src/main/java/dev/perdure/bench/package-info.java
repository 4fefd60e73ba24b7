/// Benchmarks: whole-process drivers that measure beside the limit, in one run.
@org.jspecify.annotations.NullMarked
package dev.perdure.bench;
