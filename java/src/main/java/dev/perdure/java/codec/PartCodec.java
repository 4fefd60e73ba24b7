package dev.perdure.java.codec;

import dev.perdure.value.Limits;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import dev.perdure.value.ValueCode;
import org.jspecify.annotations.Nullable;

/// The codec of a type as a part of another: counts how deep it is used, for objects may contain
/// themselves, and lets a [Mismatch] out for the codec around it.
interface PartCodec {
  /// The value of an object; a null reference is nil.
  ///
  /// @param depth how many collections and tags are around it
  Value toValue(@Nullable Object object, int depth);

  /// The object of a value.
  ///
  /// @param depth how many collections and tags are around it
  @Nullable Object fromValue(Value value, int depth);

  /// Whether the value is of a kind that can be read, whatever is in it.
  boolean mayRead(Value value);

  /// How well the value suits: looks at its parts, but not into them.
  default Fit fit(Value value) {
    return mayRead(value) ? Fit.EXACT : Fit.NONE;
  }

  /// The depth inside a collection or tag at this depth. The stack grows with it, so it ends where
  /// the encoding of values ends.
  ///
  /// @throws dev.perdure.value.PerdureException `CODEC_LIMIT`
  static int deeper(int depth) {
    if (depth >= Limits.DEPTH_CEILING) {
      throw Problem.of(
              ValueCode.CODEC_LIMIT,
              "the value is nested deeper than " + Limits.DEPTH_CEILING,
              "Split the value into smaller ones")
          .exception();
    }
    return depth + 1;
  }
}
