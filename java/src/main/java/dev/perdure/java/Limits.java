package dev.perdure.java;

/// The bounds of freezing.
final class Limits {
  /// Class files of one universe, in bytes. The largest jars of libraries have 30 MB of them.
  static final long JAR_BYTES_MAX = 256L << 20;

  /// Classes of one universe. The largest applications have some 50,000.
  static final int CLASSES_MAX = 100_000;

  /// How deep a type in a signature may be nested; written by hand, it is never near.
  static final int TYPE_DEPTH_MAX = 64;

  private Limits() {}
}
