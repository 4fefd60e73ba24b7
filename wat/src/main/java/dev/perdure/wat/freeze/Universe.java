package dev.perdure.wat.freeze;

import dev.perdure.value.Hash;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.identity.ContentHashes;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.syntax.CanonicalBytes;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a program is, told by hashes (W9.1): two programs with the same hash run alike.
///
/// ```
/// universe ::= pairs pairs pairs edges:(count:u32 text…) held:(count:u32 hash…)
///              mayRedefine:u8 frameBytesMax:i64
/// pairs    ::= count:u32 (text hash)…            ; of definitions, of types, of macros, by name
/// ```
///
/// @param hash of all of it
/// @param definitions its functions and constants, by path
/// @param types its types, by path
/// @param macros its macros, by path
public record Universe(
    Hash hash,
    SortedMap<String, Hash> definitions,
    SortedMap<String, Hash> types,
    SortedMap<String, Hash> macros) {
  public Universe {
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    macros = Collections.unmodifiableSortedMap(new TreeMap<>(macros));
  }

  /// The universe of a program that is sound.
  public static Universe of(Program program) {
    return BigStack.call("wat-hash", () -> hashed(program));
  }

  private static Universe hashed(Program program) {
    var checked = Objects.requireNonNull(program.checked(), "a sound program");
    var hashes = ContentHashes.of(checked);
    var definitions = hashes.definitions();
    var types = hashes.types();
    var macros = new TreeMap<String, Hash>();
    for (var macro : program.macros().values()) {
      macros.put(macro.name(), ContentHashes.of(macro));
    }
    var out = new CanonicalBytes();
    pairs(definitions, out);
    pairs(types, out);
    pairs(macros, out);
    edges(checked.declarations(), out);
    var held = hashes.held();
    out.count(held.size());
    held.forEach(hash -> out.raw(hash.toByteArray()));
    out.flag(program.settings().mayRedefine()).number(program.settings().frameBytesMax());
    return new Universe(Hash.ofBytes(out.toBytes()), definitions, types, macros);
  }

  private static void pairs(Map<String, Hash> pairs, CanonicalBytes out) {
    out.count(pairs.size());
    pairs.forEach((name, hash) -> out.text(name).raw(hash.toByteArray()));
  }

  /// What `derive` put below what.
  private static void edges(Declarations declarations, CanonicalBytes out) {
    var edges = new TreeSet<String>();
    for (var derivation : declarations.derivations()) {
      edges.add(derivation.child() + " " + derivation.parent());
    }
    out.count(edges.size());
    edges.forEach(out::text);
  }
}
