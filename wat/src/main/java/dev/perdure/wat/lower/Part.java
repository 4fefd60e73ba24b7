package dev.perdure.wat.lower;

import dev.perdure.wat.core.Code;

/// What a step reads: it touches nothing.
public sealed interface Part {

  /// What is there without computing.
  sealed interface Ready extends Part {}

  /// What a slot holds.
  record Slot(int slot) implements Ready {}

  /// The same at each time.
  record Value(Object value) implements Ready {}

  /// What pure code computes of the slots.
  ///
  /// @param code without parameters; its captured slots have the numbers of the frame's
  record Computed(Code code) implements Part {}
}
