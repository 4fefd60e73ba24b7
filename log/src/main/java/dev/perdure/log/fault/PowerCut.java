package dev.perdure.log.fault;

/// The simulated machine lost its power in the middle of a call. An error, so that nobody handles
/// it: it unwinds to the simulator.
public final class PowerCut extends Error {
  private static final long serialVersionUID = 1;

  PowerCut() {
    super("the simulated machine has no power");
  }
}
