package dev.perdure.server;

/// How lists are read in pages.
final class Pages {
  private static final int DEFAULT = 50;
  private static final int MAX = 500;

  private Pages() {}

  /// The parameter that says how much a page has.
  static Param limit() {
    return Param.query(
        "limit", Schema.integer(), "At most so many, 1 to " + MAX + ". Default: " + DEFAULT + ".");
  }

  /// How much a request wants.
  static int limit(Request request) {
    return (int) request.integer("limit", DEFAULT, 1, MAX);
  }
}
