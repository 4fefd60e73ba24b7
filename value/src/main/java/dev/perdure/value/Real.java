package dev.perdure.value;

/// An IEEE double, such as `1.5` or `##NaN`. Every NaN is the same value; `-0.0` and `0.0` are two.
public record Real(double value) implements Value {

  @Override
  public Kind kind() {
    return Kind.REAL;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.REAL, Double.doubleToLongBits(value));
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
