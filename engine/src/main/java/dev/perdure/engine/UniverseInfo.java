package dev.perdure.engine;

import dev.perdure.value.Hash;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What the engine knows of a universe: no class, no loader, no syntax tree.
///
/// @param hash of the whole content; equal hash, same universe
/// @param functions what it registers, by name
public record UniverseInfo(Hash hash, Map<FunctionName, FunctionInfo> functions) {
  public UniverseInfo {
    functions = Collections.unmodifiableMap(new TreeMap<>(functions));
  }

  /// One function of a universe.
  ///
  /// @param hash of its normalised code and all it uses; equal hash, same function
  /// @param signature for people, such as `User lookupUser(String)`
  public record FunctionInfo(Hash hash, String signature) {}
}
