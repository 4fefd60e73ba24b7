package dev.perdure.java;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A universe of Java functions: checked, rewritten, content-addressed, ready to load.
///
/// @param hash SHA-256, in hexadecimal, over the names and hashes of all functions
/// @param functions by name
/// @param constructors by the class of functions they make
/// @param effects by the name of the effect interface
/// @param queries what can be asked about its tasks, by name
/// @param types the records, sealed interfaces and enums of all signatures, by class name
/// @param trusted the trusted packages that code was used of: their determinism was not checked
/// @param classes the rewritten class files, by class name
public record Frozen(
    String hash,
    SortedMap<String, FrozenFunction> functions,
    SortedMap<String, FrozenConstructor> constructors,
    SortedMap<String, FrozenEffect> effects,
    SortedMap<String, FrozenQuery> queries,
    SortedMap<String, TypeShape> types,
    SortedSet<String> trusted,
    Map<String, byte[]> classes)
    implements FreezeResult {
  public Frozen {
    functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    constructors = Collections.unmodifiableSortedMap(new TreeMap<>(constructors));
    effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
    queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    trusted = Collections.unmodifiableSortedSet(new TreeSet<>(trusted));
    classes = Map.copyOf(classes);
  }
}
