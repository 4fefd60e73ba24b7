package dev.perdure.wat.border;

import dev.perdure.value.Value;

/// What crosses the border of a universe: the values of one type. They have the form that the same
/// types of Java have there, by names and shapes, so that each front end reads what the other wrote
/// (W14.1).
public interface Border {
  /// A value of the type as one of the engine's.
  ///
  /// @throws dev.perdure.wat.data.NotPortable of what may not cross
  Value out(Object value);

  /// One of the engine's as a value of the type.
  ///
  /// @throws dev.perdure.wat.data.EdnFault if it is none
  Object in(Value value);
}
