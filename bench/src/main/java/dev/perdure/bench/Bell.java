package dev.perdure.bench;

import dev.perdure.api.Effect;
import dev.perdure.api.ReadOnly;

/// What the task of [CheckpointTime] asks at its end.
@Effect
public interface Bell {
  /// Says the number back.
  @ReadOnly
  long ring(long n);
}
