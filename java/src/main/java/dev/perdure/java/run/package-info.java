/// Runs frozen Java universes: instances, effects, capabilities and calls between versions.
@org.jspecify.annotations.NullMarked
package dev.perdure.java.run;
