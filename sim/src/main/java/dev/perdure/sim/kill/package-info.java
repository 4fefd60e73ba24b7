/// Kills the process of a real node again and again, and checks what its clients were told against
/// its log. Nothing is simulated here: processes, pipes, files and signals are those of the
/// machine.
@org.jspecify.annotations.NullMarked
package dev.perdure.sim.kill;
