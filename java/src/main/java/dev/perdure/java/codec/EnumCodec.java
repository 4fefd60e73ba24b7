package dev.perdure.java.codec;

import dev.perdure.api.WasNamed;
import dev.perdure.value.Keyword;
import dev.perdure.value.Nil;
import dev.perdure.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The codec of an enum: each constant is a keyword of its name.
final class EnumCodec implements PartCodec {
  private final Class<?> type;
  private final Map<Object, Keyword> keywords = new HashMap<>();
  private final Map<Keyword, Object> constants = new HashMap<>();

  EnumCodec(Class<?> type) {
    this.type = type;
    for (var constant : type.getEnumConstants()) {
      var name = ((Enum<?>) constant).name();
      keywords.put(name, Keyword.of(name));
      constants.put(Keyword.of(name), constant);
    }
    for (var constant : type.getEnumConstants()) {
      for (var former : formerNames(((Enum<?>) constant).name())) {
        constants.putIfAbsent(Keyword.of(former), constant);
      }
    }
  }

  private String[] formerNames(String constant) {
    try {
      var was = type.getField(constant).getAnnotation(WasNamed.class);
      return was == null ? new String[0] : was.value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError("a constant is a public field of its enum", e);
    }
  }

  @Override
  public Value toValue(@Nullable Object object, int depth) {
    if (object == null) {
      return Nil.NIL;
    }
    var keyword = type.isInstance(object) ? keywords.get(((Enum<?>) object).name()) : null;
    if (keyword == null) {
      throw new Mismatch("a constant of " + type.getTypeName(), object);
    }
    return keyword;
  }

  @Override
  public @Nullable Object fromValue(Value value, int depth) {
    if (value instanceof Nil) {
      return null;
    }
    var constant = value instanceof Keyword k ? constants.get(k) : null;
    if (constant == null) {
      throw new Mismatch("one of " + keywords.values(), value);
    }
    return constant;
  }

  @Override
  public boolean mayRead(Value value) {
    return value instanceof Nil || (value instanceof Keyword k && constants.containsKey(k));
  }
}
