package dev.perdure.value;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value under a tag, such as `#shop/Order {:id 7}`.
///
/// @param tag any symbol but `inst`, `uuid` and `perdure/bytes`, which have kinds of their own;
///   these are `VALUE_INVALID`
/// @param value what the tag marks
public record Tagged(Symbol tag, Value value) implements Value {
  static final Symbol INST = Symbol.of("inst");
  static final Symbol UUID = Symbol.of("uuid");
  static final Symbol BYTES = Symbol.of("perdure", "bytes");
  private static final Set<Symbol> RESERVED = Set.of(INST, UUID, BYTES);

  public Tagged {
    Objects.requireNonNull(value);
    if (isReserved(tag)) {
      throw ValueCode.invalid("the tag #" + tag + " is reserved for a built-in kind");
    }
  }

  static boolean isReserved(Symbol tag) {
    return RESERVED.contains(tag);
  }

  @Override
  public Kind kind() {
    return Kind.TAGGED;
  }

  // Written out: the method that a record would have takes a kilobyte of stack a level.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tagged that && tag.equals(that.tag) && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.TAGGED, 31 * tag.hashCode() + value.hashCode());
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
