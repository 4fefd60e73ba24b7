package dev.perdure.value;

/// Where the bytes of values are that are written by their hashes, as [Encoder#reference] does.
@FunctionalInterface
public interface ValueSource {
  /// There are none.
  ValueSource NONE =
      (hash, size) -> {
        throw Problem.of(
                ValueCode.VALUE_MISSING,
                "the value " + hash + " of " + size + " bytes is not here",
                "Read it where it was written, or from a copy that holds the values too")
            .exception();
      };

  /// The canonical bytes of a value.
  ///
  /// @param hash of these bytes
  /// @param size how many there are
  /// @return an array that belongs to the caller
  /// @throws PerdureException `VALUE_MISSING`, `VALUE_DAMAGED`
  byte[] bytes(Hash hash, int size);
}
