package dev.perdure.api;

/// None of the branches of [Tasks#any] has a result. Its cause is what the first of them threw, in
/// their order; what the others threw is suppressed.
public final class AllFailed extends RuntimeException {
  /// A message that says how many branches there were, and what each threw.
  public AllFailed(String message) {
    super(message);
  }
}
