package dev.perdure.java.codec;

import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.SetValue;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The codecs of collections. What is read is unmodifiable; sets and maps iterate in the order of
/// the value, which depends on the contents only.
final class Containers {
  private Containers() {}

  static PartCodec list(PartCodec element) {
    return new PartCodec() {
      @Override
      public Value toValue(@Nullable Object object, int depth) {
        if (object == null) {
          return Nil.NIL;
        }
        if (!(object instanceof Collection<?> list)) {
          throw new Mismatch("a list", object);
        }
        var deeper = PartCodec.deeper(depth);
        var vec = Vec.builder();
        int index = 0;
        for (var e : list) {
          vec.add(at(index++, () -> element.toValue(e, deeper)));
        }
        return vec.build();
      }

      @Override
      public @Nullable Object fromValue(Value value, int depth) {
        if (value instanceof Nil) {
          return null;
        }
        var deeper = PartCodec.deeper(depth);
        var list = new ArrayList<@Nullable Object>();
        for (var e : elements(value)) {
          list.add(at(list.size(), () -> element.fromValue(e, deeper)));
        }
        return Collections.unmodifiableList(list);
      }

      @Override
      public boolean mayRead(Value value) {
        return value instanceof Nil || value instanceof Vec || value instanceof ListValue;
      }
    };
  }

  private static Iterable<Value> elements(Value value) {
    return switch (value) {
      case Vec v -> v;
      case ListValue l -> l;
      default -> throw new Mismatch("a vector", value);
    };
  }

  static PartCodec set(PartCodec element) {
    return new PartCodec() {
      @Override
      public Value toValue(@Nullable Object object, int depth) {
        if (object == null) {
          return Nil.NIL;
        }
        if (!(object instanceof Collection<?> elements)) {
          throw new Mismatch("a set", object);
        }
        var deeper = PartCodec.deeper(depth);
        var set = SetValue.builder();
        for (var e : elements) {
          set.add(inside("{}", () -> element.toValue(e, deeper)));
        }
        return set.build();
      }

      @Override
      public @Nullable Object fromValue(Value value, int depth) {
        if (value instanceof Nil) {
          return null;
        }
        if (!(value instanceof SetValue elements)) {
          throw new Mismatch("a set", value);
        }
        var deeper = PartCodec.deeper(depth);
        var set = new LinkedHashSet<@Nullable Object>();
        for (var e : elements) {
          set.add(inside("{}", () -> element.fromValue(e, deeper)));
        }
        return Collections.unmodifiableSet(set);
      }

      @Override
      public boolean mayRead(Value value) {
        return value instanceof Nil || value instanceof SetValue;
      }
    };
  }

  static PartCodec map(PartCodec key, PartCodec element) {
    return new PartCodec() {
      @Override
      public Value toValue(@Nullable Object object, int depth) {
        if (object == null) {
          return Nil.NIL;
        }
        if (!(object instanceof Map<?, ?> entries)) {
          throw new Mismatch("a map", object);
        }
        var deeper = PartCodec.deeper(depth);
        var map = MapValue.builder();
        entries.forEach((k, v) ->
            map.put(
                inside("{key}", () -> key.toValue(k, deeper)),
                inside("{" + k + "}", () -> element.toValue(v, deeper))));
        return map.build();
      }

      @Override
      public @Nullable Object fromValue(Value value, int depth) {
        if (value instanceof Nil) {
          return null;
        }
        if (!(value instanceof MapValue entries)) {
          throw new Mismatch("a map", value);
        }
        var deeper = PartCodec.deeper(depth);
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var e : entries) {
          map.put(
              inside("{key}", () -> key.fromValue(e.key(), deeper)),
              inside("{" + e.key() + "}", () -> element.fromValue(e.value(), deeper)));
        }
        return Collections.unmodifiableMap(map);
      }

      @Override
      public boolean mayRead(Value value) {
        return value instanceof Nil || value instanceof MapValue;
      }
    };
  }

  static PartCodec optional(PartCodec element) {
    return new PartCodec() {
      @Override
      public Value toValue(@Nullable Object object, int depth) {
        if (object == null) {
          return Nil.NIL;
        }
        if (!(object instanceof Optional<?> optional)) {
          throw new Mismatch("an Optional", object);
        }
        return optional.isPresent() ? element.toValue(optional.get(), depth) : Nil.NIL;
      }

      @Override
      public Object fromValue(Value value, int depth) {
        return value instanceof Nil
            ? Optional.empty()
            : Optional.ofNullable(element.fromValue(value, depth));
      }

      @Override
      public boolean mayRead(Value value) {
        return value instanceof Nil || element.mayRead(value);
      }
    };
  }

  /// Converts a part; a mismatch in it is told with the step that leads there.
  @FunctionalInterface
  interface Part<T extends @Nullable Object> {
    T convert();
  }

  static <T extends @Nullable Object> T at(int index, Part<T> part) {
    try {
      return part.convert();
    } catch (Mismatch m) {
      throw m.under("[" + index + "]");
    }
  }

  static <T extends @Nullable Object> T inside(String step, Part<T> part) {
    try {
      return part.convert();
    } catch (Mismatch m) {
      throw m.under(step);
    }
  }
}
