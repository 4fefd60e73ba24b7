package dev.perdure.java.codec;

import dev.perdure.value.Value;
import org.jspecify.annotations.Nullable;

/// Stands for a codec that is being built, inside a type that contains itself.
final class LateCodec implements PartCodec {
  private volatile @Nullable PartCodec codec;

  void complete(PartCodec built) {
    codec = built;
  }

  private PartCodec codec() {
    var built = codec;
    if (built == null) {
      throw new IllegalStateException("a codec was used before it was built");
    }
    return built;
  }

  @Override
  public Value toValue(@Nullable Object object, int depth) {
    return codec().toValue(object, depth);
  }

  @Override
  public @Nullable Object fromValue(Value value, int depth) {
    return codec().fromValue(value, depth);
  }

  @Override
  public boolean mayRead(Value value) {
    return codec().mayRead(value);
  }

  @Override
  public Fit fit(Value value) {
    return codec().fit(value);
  }
}
