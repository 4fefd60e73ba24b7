package dev.perdure.java.link;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// Stands for JDK members whose sets and maps have no order of their own, or another one in every
/// JVM: here the order is that of insertion.
///
/// Methods have the names and shapes of what they stand for; the table of JDK members names them.
public final class Ordered {
  private Ordered() {}

  /// For `Set.of(elements)`: no nulls, no duplicates, unmodifiable.
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <E> Set<E> setOf(E... elements) {
    var set = new LinkedHashSet<E>();
    for (var element : elements) {
      if (!set.add(Objects.requireNonNull(element))) {
        throw new IllegalArgumentException("duplicate element: " + element);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  /// For `Set.copyOf(elements)`.
  public static <E> Set<E> copyOf(Collection<? extends E> elements) {
    var set = new LinkedHashSet<E>();
    for (var element : elements) {
      set.add(Objects.requireNonNull(element));
    }
    return Collections.unmodifiableSet(set);
  }

  /// For `Map.of(key, value, …)`: keys and values in turn.
  @SuppressWarnings("unchecked")
  public static <K, V> Map<K, V> mapOf(Object... keysAndValues) {
    var map = new LinkedHashMap<K, V>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      put(map, (K) keysAndValues[i], (V) keysAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  /// For `Map.ofEntries(entries)`.
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <K, V> Map<K, V> ofEntries(Map.Entry<? extends K, ? extends V>... entries) {
    var map = new LinkedHashMap<K, V>();
    for (var entry : entries) {
      put(map, entry.getKey(), entry.getValue());
    }
    return Collections.unmodifiableMap(map);
  }

  /// For `Map.copyOf(map)`.
  public static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> entries) {
    var map = new LinkedHashMap<K, V>();
    entries.forEach((key, value) -> put(map, key, value));
    return Collections.unmodifiableMap(map);
  }

  /// For `Collectors.toSet()`.
  public static <T> Collector<T, ?, Set<T>> toSet() {
    return Collectors.toCollection(LinkedHashSet::new);
  }

  /// For `Collectors.toUnmodifiableSet()`.
  public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
    return Collectors.collectingAndThen(Collectors.<T>toList(), Ordered::<T>copyOf);
  }

  /// For `Collectors.toMap(key, value)`.
  public static <T, K, V> Collector<T, ?, Map<K, V>> toMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
    return toMap(key, value, Ordered::refuse);
  }

  /// For `Collectors.toMap(key, value, merge)`.
  public static <T, K, V> Collector<T, ?, Map<K, V>> toMap(
      Function<? super T, ? extends K> key,
      Function<? super T, ? extends V> value,
      BinaryOperator<V> merge) {
    return Collectors.toMap(key, value, merge, LinkedHashMap::new);
  }

  /// For `Collectors.toUnmodifiableMap(key, value)`.
  public static <T, K, V> Collector<T, ?, Map<K, V>> toUnmodifiableMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
    return toUnmodifiableMap(key, value, Ordered::refuse);
  }

  /// For `Collectors.toUnmodifiableMap(key, value, merge)`.
  public static <T, K, V> Collector<T, ?, Map<K, V>> toUnmodifiableMap(
      Function<? super T, ? extends K> key,
      Function<? super T, ? extends V> value,
      BinaryOperator<V> merge) {
    Collector<T, ?, Map<K, V>> collected = toMap(key, value, merge);
    return Collectors.collectingAndThen(collected, Ordered::<K, V>copyOf);
  }

  /// For `Collectors.groupingBy(key)`.
  public static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(
      Function<? super T, ? extends K> key) {
    return groupingBy(key, Collectors.toList());
  }

  /// For `Collectors.groupingBy(key, downstream)`.
  public static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(
      Function<? super T, ? extends K> key, Collector<? super T, A, D> downstream) {
    return Collectors.groupingBy(key, LinkedHashMap::new, downstream);
  }

  private static <K, V> void put(Map<K, V> map, K key, V value) {
    if (map.putIfAbsent(Objects.requireNonNull(key), Objects.requireNonNull(value)) != null) {
      throw new IllegalArgumentException("duplicate key: " + key);
    }
  }

  private static <V> V refuse(V first, V second) {
    throw new IllegalStateException(
        "Duplicate key with the values " + Arrays.asList(first, second));
  }
}
