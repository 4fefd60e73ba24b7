package dev.perdure.engine;

import java.util.Set;

/// A task that has not ended, as the engine keeps it.
sealed interface Kept permits TaskState, Cold {

  /// The version that its start gives.
  Version version();

  /// The revision of the routes that binds its calls.
  Revision routes();

  /// Which versions its history says calls were served by, beside those that its start gives.
  Set<Served> chosen();

  /// The offset from which its history has to be read.
  long readFrom();

  /// The offset of its newest event.
  long lastOffset();
}
