package dev.perdure.wat.type;

import java.util.List;

/// Whether two types are equal, as far as that is known, whatever effects are latent in them.
final class Equality {
  private final Pairs pairs = new Pairs();

  private Equality() {}

  static boolean of(Type a, Type b) {
    return new Equality().same(a, b);
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean same(Type left, Type right) {
    var a = Type.head(left);
    var b = Type.head(right);
    if (a == b || pairs.has(a, b, "equal")) {
      return true;
    }
    boolean same =
        switch (a) {
          case Type.Named x when b instanceof Type.Named y ->
              x.name().equals(y.name()) && all(x.args(), y.args());
          case Type.Tuple x when b instanceof Type.Tuple y -> all(x.items(), y.items());
          case Type.Fn x when b instanceof Type.Fn y ->
              all(x.params(), y.params()) && same(x.result(), y.result());
          case Type.Param(String x) when b instanceof Type.Param(String y) -> x.equals(y);
          default -> false;
        };
    if (same) {
      pairs.enter(a, b, "equal");
    }
    return same;
  }

  private boolean all(List<Type> a, List<Type> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
