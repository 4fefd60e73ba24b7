package dev.perdure.api;

/// Stands for an exception of an effect or another task whose own type this universe does not have,
/// or that the effect's method does not declare.
public final class EffectFailed extends RuntimeException {
  private final String type;

  /// @param type the class name of the exception
  /// @param message its message
  public EffectFailed(String type, String message) {
    super(message);
    this.type = type;
  }

  /// The class name of the exception it stands for.
  public String type() {
    return type;
  }
}
