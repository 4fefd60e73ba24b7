package dev.perdure.java.codec;

import dev.perdure.value.Value;
import org.jspecify.annotations.Nullable;

/// Converts between the objects of one Java type and values. Built once for a type; safe for use by
/// several threads. Objects of primitive types are boxed.
public interface Codec {
  /// The value of an object; a null reference is nil.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH` if the object is not of the type;
  ///   `CODEC_LIMIT` if it is nested deeper than [dev.perdure.value.Limits#DEPTH_CEILING]
  Value toValue(@Nullable Object object);

  /// The object of a value.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH` if the value has another shape;
  ///   the problem names the path to the part that differs; `MIGRATION_FAILED` if a function that
  ///   reads an old shape fails; `CODEC_LIMIT` as for writing
  @Nullable Object fromValue(Value value);
}
