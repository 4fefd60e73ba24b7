package dev.perdure.value;

/// `nil`. All instances are equal; [#NIL] is the one to use.
public record Nil() implements Value {
  /// The instance to use.
  public static final Nil NIL = new Nil();

  private static final int NIL_HASH = Mix.of(Kind.NIL, 0);

  @Override
  public Kind kind() {
    return Kind.NIL;
  }

  @Override
  public int hashCode() {
    return NIL_HASH;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
