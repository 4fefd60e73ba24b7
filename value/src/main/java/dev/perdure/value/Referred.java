package dev.perdure.value;

/// A value that is written by its hash, because its bytes stand elsewhere or shall do so.
public interface Referred {
  /// The hash of its bytes.
  Hash hash();

  /// How many bytes it has.
  int size();

  /// Its canonical bytes, not to be changed.
  ///
  /// @throws PerdureException `VALUE_MISSING`, `VALUE_DAMAGED` if they are to be read from
  ///   elsewhere and cannot be
  byte[] bytes();
}
