/// The simulator: runs the shipped core on simulated threads, clock and disk, with crashes, and
/// checks after each that nothing promised is lost.
@org.jspecify.annotations.NullMarked
package dev.perdure.sim;
