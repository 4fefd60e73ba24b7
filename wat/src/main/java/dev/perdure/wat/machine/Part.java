package dev.perdure.wat.machine;

import dev.perdure.wat.core.Code;

/// What a step reads: it touches nothing.
sealed interface Part {

  /// What a slot holds.
  record Slot(int slot) implements Part {}

  /// The same at each time.
  record Value(Object value) implements Part {}

  /// What pure code computes of the slots.
  ///
  /// @param code without parameters; its captured slots have the numbers of the frame's
  /// @param number among the parts of all functions
  record Computed(Code code, int number) implements Part {}
}
