package dev.perdure.wat.diagnostic;

/// Carries a [Diagnostic] out of a step of the pipeline that cannot go on behind it.
public final class Refused extends RuntimeException {
  private final transient Diagnostic diagnostic;

  Refused(Diagnostic diagnostic) {
    super(diagnostic.kind().tag() + ": " + diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /// What is wrong.
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
