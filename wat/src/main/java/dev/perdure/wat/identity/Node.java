package dev.perdure.wat.identity;

/// Something of a program that has a hash. Types and definitions may have the same path.
record Node(boolean isType, String path) {
  static Node definition(String path) {
    return new Node(false, path);
  }

  static Node type(String path) {
    return new Node(true, path);
  }
}
