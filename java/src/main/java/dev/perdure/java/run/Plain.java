package dev.perdure.java.run;

import dev.perdure.value.Bool;
import dev.perdure.value.Int;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.Real;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/// Values as objects where no type is known: strings, longs, doubles, booleans, lists, sets and
/// maps of these; anything else stays a value.
final class Plain {
  private Plain() {}

  static @Nullable Object object(Value value) {
    return switch (value) {
      case Nil n -> null;
      case Bool b -> b.value();
      case Int i -> i.value();
      case Real r -> r.value();
      case Str s -> s.value();
      case Vec vec -> {
        var list = new ArrayList<@Nullable Object>();
        vec.forEach(e -> list.add(object(e)));
        yield Collections.unmodifiableList(list);
      }
      case SetValue elements -> {
        var set = new LinkedHashSet<@Nullable Object>();
        elements.forEach(e -> set.add(object(e)));
        yield Collections.unmodifiableSet(set);
      }
      case MapValue entries -> {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        entries.forEach(e -> map.put(object(e.key()), object(e.value())));
        yield Collections.unmodifiableMap(map);
      }
      case Value other -> other;
    };
  }
}
