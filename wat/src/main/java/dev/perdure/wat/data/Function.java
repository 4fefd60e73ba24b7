package dev.perdure.wat.data;

/// A function value. It equals nothing and has no order.
public abstract class Function {
  private final String name;
  private final int arity;

  /// @param name its path, or what people may know it by if it has none
  /// @param arity how many arguments it takes
  protected Function(String name, int arity) {
    this.name = name;
    this.arity = arity;
  }

  /// Its path, or what people may know it by if it has none.
  public final String name() {
    return name;
  }

  /// How many arguments it takes.
  public final int arity() {
    return arity;
  }

  /// Its result for these arguments, as many as it takes.
  public abstract Object apply(Object[] args);

  @Override
  public final String toString() {
    return Show.of(this);
  }
}
