package dev.perdure.wat.identity;

import dev.perdure.value.Hash;
import dev.perdure.wat.syntax.CanonicalBytes;

/// What the language and its library bring along: it stands in the forms of programs by its name
/// and the version of the language in which its meaning last changed, so that a program keeps its
/// hashes over releases.
final class BuiltIns {
  /// The version of the language in which all built-ins have the meaning that they have now.
  static final int VERSION = 1;

  private BuiltIns() {}

  /// The hash of one.
  static Hash hash(String path) {
    return Hash.ofBytes(
        new CanonicalBytes().tag(Tags.BUILT_IN).text(path).count(VERSION).toBytes());
  }
}
