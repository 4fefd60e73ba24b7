package dev.perdure.sim;

import org.jspecify.annotations.Nullable;

/// Keeps the first rule that was broken until the driver looks: on a task's thread or in a reply's
/// callback an error would be caught by the code under test.
final class Referee {
  private @Nullable Violation first;

  void report(Violation violation) {
    if (first == null) {
      first = violation;
    }
  }

  /// Runs a check and keeps what it throws.
  void watch(Runnable check) {
    try {
      check.run();
    } catch (Violation violation) {
      report(violation);
    } catch (RuntimeException | AssertionError broken) {
      var violation = new Violation("checker", broken.toString());
      violation.initCause(broken);
      report(violation);
    }
  }

  /// @throws Violation the first that was reported
  void look() {
    if (first != null) {
      throw first;
    }
  }
}
