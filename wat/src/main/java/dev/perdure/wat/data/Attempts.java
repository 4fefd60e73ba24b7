package dev.perdure.wat.data;

import dev.perdure.wat.type.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What came of reading a part as a type. Unions try their members one after the other, and what
/// the members hold may be unions again: without a memory, a text of depth n could cost 2^n.
final class Attempts {
  /// An attempt that is not over: to need its own result means to go round in a circle.
  private static final Object OPEN = new Object();

  private final Map<Key, Object> results = new HashMap<>();

  private record Key(Edn edn, Type type) {
    // The part is meant, not what it holds.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && edn == that.edn && type.equals(that.type);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(edn) + type.hashCode();
    }
  }

  Object of(Edn edn, Type type, Supplier<Object> read) {
    var key = new Key(edn, type);
    var result = results.putIfAbsent(key, OPEN);
    if (result == null) {
      result = run(read);
      results.put(key, result);
    }
    if (result instanceof EdnFault fault) {
      throw fault;
    }
    if (OPEN.equals(result)) {
      throw Coercion.mismatch(type, edn);
    }
    return result;
  }

  private static Object run(Supplier<Object> read) {
    try {
      return read.get();
    } catch (EdnFault fault) {
      return fault;
    }
  }
}
