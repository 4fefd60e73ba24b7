/// A simulated disk that fails the way disks do: deterministic from one seed, for tests.
@org.jspecify.annotations.NullMarked
package dev.perdure.log.fault;
