package dev.perdure.wat.type;

import java.util.Map;
import java.util.Set;

/// The types that no program declares, not even the library: those whose values are made by the
/// language itself (W3.2, W12.1).
public final class Known {
  private static final Map<String, Integer> ARITIES =
      Map.ofEntries(
          Map.entry("wat::core::nil", 0),
          Map.entry("wat::core::never", 0),
          Map.entry("wat::core::bool", 0),
          Map.entry("wat::core::i64", 0),
          Map.entry("wat::core::u8", 0),
          Map.entry("wat::core::f64", 0),
          Map.entry("wat::core::String", 0),
          Map.entry("wat::core::keyword", 0),
          Map.entry("wat::core::char", 0),
          Map.entry("wat::core::bigint", 0),
          Map.entry("wat::core::rational", 0),
          Map.entry("wat::core::Uuid", 0),
          Map.entry("wat::core::Value", 0),
          Map.entry("wat::core::Record", 0),
          Map.entry("wat::core::Struct", 0),
          Map.entry("wat::core::Error", 0),
          Map.entry("wat::core::Option", 1),
          Map.entry("wat::core::Result", 2),
          Map.entry("wat::core::Vector", 1),
          Map.entry("wat::core::List", 1),
          Map.entry("wat::core::HashMap", 2),
          Map.entry("wat::core::HashSet", 1),
          Map.entry("wat::core::PersistentVector", 1),
          Map.entry("wat::core::PersistentMap", 2),
          Map.entry("wat::core::Seqable", 1),
          Map.entry("wat::WatAST", 0),
          Map.entry("wat::time::Instant", 0),
          Map.entry("wat::time::Duration", 0),
          Map.entry("wat::stream::Stream", 1),
          Map.entry("wat::io::IOReader", 0),
          Map.entry("wat::io::IOWriter", 0),
          Map.entry("wat::io::TempFile", 0),
          Map.entry("wat::kernel::Peer", 2),
          Map.entry("wat::kernel::Thread", 2),
          Map.entry("wat::kernel::Process", 2),
          Map.entry("wat::kernel::Sender", 1),
          Map.entry("wat::kernel::Receiver", 1),
          Map.entry("wat::type::Infer", 0));

  /// Their paths.
  public static final Set<String> NAMES = ARITIES.keySet();

  /// What may cross a boundary if its arguments may (W3.2).
  private static final Set<String> PORTABLE =
      Set.of(
          "wat::core::nil",
          "wat::core::never",
          "wat::core::bool",
          "wat::core::i64",
          "wat::core::u8",
          "wat::core::f64",
          "wat::core::String",
          "wat::core::keyword",
          "wat::core::char",
          "wat::core::bigint",
          "wat::core::rational",
          "wat::core::Uuid",
          "wat::core::Value",
          "wat::core::Record",
          "wat::core::Error",
          "wat::core::Option",
          "wat::core::Result",
          "wat::core::Vector",
          "wat::core::List",
          "wat::core::HashMap",
          "wat::core::HashSet",
          "wat::core::PersistentVector",
          "wat::core::PersistentMap",
          "wat::WatAST",
          "wat::time::Instant",
          "wat::time::Duration");

  private Known() {}

  /// How many arguments the type takes; -1 if there is none of this path.
  static int arity(String name) {
    return ARITIES.getOrDefault(name, -1);
  }

  static boolean isPortable(String name) {
    return PORTABLE.contains(name);
  }

  /// Whether its elements may be computed when they are asked for, so that it has latent effects.
  static boolean isLazy(String name) {
    return name.equals(Basic.STREAM)
        || name.equals(Basic.SEQABLE)
        || name.equals("wat::stream::NextOutcome");
  }
}
