/// Bugs planted into the shipped classes as they are loaded: what shows that the checkers have
/// teeth. Nothing of them is in the shipped modules.
@org.jspecify.annotations.NullMarked
package dev.perdure.sim.plant;
