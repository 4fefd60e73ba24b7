package dev.perdure.node;

import dev.perdure.api.Effect;
import dev.perdure.api.ReadOnly;

/// Asked by wat programs of the tests, as `:dev::perdure::node::Depot`.
@Effect
public interface Depot {
  /// A text of so many characters.
  @ReadOnly
  String text(long chars);

  /// Says a number back, when it may.
  @ReadOnly
  long pass(long n);
}
