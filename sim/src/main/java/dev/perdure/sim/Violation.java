package dev.perdure.sim;

/// A rule does not hold. An error, so that no code under test handles it.
public final class Violation extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String rule;

  /// @param rule the checker's name, such as `law`
  public Violation(String rule, String what) {
    super(rule + ": " + what);
    this.rule = rule;
  }

  /// The checker's name.
  public String rule() {
    return rule;
  }
}
