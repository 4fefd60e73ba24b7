package dev.perdure.java.codec;

import dev.perdure.value.Value;
import org.jspecify.annotations.Nullable;

/// Stands for a codec that is being built, inside a type that contains itself.
final class LateCodec implements Codec {
  private volatile @Nullable Codec codec;

  void complete(Codec built) {
    codec = built;
  }

  private Codec codec() {
    var built = codec;
    if (built == null) {
      throw new IllegalStateException("a codec was used before it was built");
    }
    return built;
  }

  @Override
  public Value toValue(@Nullable Object object) {
    return codec().toValue(object);
  }

  @Override
  public @Nullable Object fromValue(Value value) {
    return codec().fromValue(value);
  }
}
