package dev.perdure.engine;

/// Finds universes by version.
public interface Universes {

  /// The universe that is deployed as `version`.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_VERSION`
  Universe at(Version version);

  /// The version that `version` stands in for: the one that served `function` when it was deployed.
  Version previous(Version version, FunctionName function);

  /// Where in its source the code is that runs on this thread, such as `Shop.java:14`; empty if
  /// that is not known. Costs a stack walk.
  String position();
}
