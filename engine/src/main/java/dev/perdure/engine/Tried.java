package dev.perdure.engine;

/// How one try of an effect ended.
///
/// @param fatal whether it threw something after which it is not tried again
public record Tried(Outcome outcome, boolean fatal) {
  /// A try after which there may be another one, if it threw.
  public static Tried of(Outcome outcome) {
    return new Tried(outcome, false);
  }
}
