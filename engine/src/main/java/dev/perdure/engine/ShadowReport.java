package dev.perdure.engine;

import java.util.List;

/// What came of running a candidate beside one call.
///
/// @param function that was called
/// @param primary the version whose outcome counted
/// @param candidate the version that ran inertly
/// @param arguments of the call, for looking into it later
/// @param divergences none if the candidate did the same
public record ShadowReport(
    FunctionName function,
    Version primary,
    Version candidate,
    Payload arguments,
    List<Divergence> divergences) {
  public ShadowReport {
    divergences = List.copyOf(divergences);
  }

  /// Whether the two versions did the same.
  public boolean same() {
    return divergences.isEmpty();
  }
}
