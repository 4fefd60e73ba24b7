package dev.perdure.engine;

/// Finds universes by version.
public interface Universes {

  /// The universe that is deployed as `version`.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_VERSION`
  Universe at(Version version);

  /// The version that `version` stands in for: the one that served `function` when it was deployed.
  Version previous(Version version, FunctionName function);

  /// Whether no code of it that runs can keep an [Unwinding] from passing: only then an attempt
  /// that waits can be ended to free what it takes. Does not block.
  default boolean unwinds(Version version) {
    return true;
  }

  /// Where in its source the code is that runs on this thread, such as `Shop.java:14`; empty if
  /// that is not known. Costs a stack walk.
  String position();

  /// Which code runs on this thread. Costs a stack walk.
  default Author author() {
    return new Author("", "", position());
  }
}
