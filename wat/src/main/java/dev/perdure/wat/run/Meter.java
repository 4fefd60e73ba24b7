package dev.perdure.wat.run;

import dev.perdure.wat.core.Operation;

/// Stands between an interpreter and what operations make, so that a program does not make too
/// much.
public interface Meter {
  /// Lets everything be made.
  Meter NONE = (operation, args, operations) -> operations.apply(operation, args);

  /// The value of an operation.
  ///
  /// @throws Raise without a place
  Object apply(Operation operation, Object[] args, Operations operations);
}
