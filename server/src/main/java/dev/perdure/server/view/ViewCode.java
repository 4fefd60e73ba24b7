package dev.perdure.server.view;

import dev.perdure.value.Code;

/// What can be wrong with what people and programs name; a page each in `docs/errors`.
public enum ViewCode implements Code {
  /// More than one task's id begins so.
  AMBIGUOUS_TASK,
  /// What says how routes shall be does not say what it should.
  ROUTE_FILE,
}
