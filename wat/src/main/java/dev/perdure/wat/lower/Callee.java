package dev.perdure.wat.lower;

import dev.perdure.wat.core.Code;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A named function that steps call.
public final class Callee {
  private final Code code;
  private final boolean isRouted;
  private @Nullable Lowered lowered;

  /// @param isRouted whether the world is asked who serves its calls
  Callee(Code code, boolean isRouted) {
    this.code = code;
    this.isRouted = isRouted;
  }

  /// Known when all functions are lowered.
  void bind(Lowered steps) {
    lowered = steps;
  }

  /// What it is made of.
  public Code code() {
    return code;
  }

  /// Its path.
  public String name() {
    return code.name();
  }

  /// Whether the world is asked who serves its calls.
  public boolean isRouted() {
    return isRouted;
  }

  /// Its steps.
  public Lowered lowered() {
    return Objects.requireNonNull(lowered, code.name());
  }
}
