package dev.perdure.value;

/// `true` or `false`.
public record Bool(boolean value) implements Value {
  /// `true`.
  public static final Bool TRUE = new Bool(true);

  /// `false`.
  public static final Bool FALSE = new Bool(false);

  /// The shared instance.
  public static Bool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public Kind kind() {
    return Kind.BOOL;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.BOOL, value ? 1 : 0);
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
