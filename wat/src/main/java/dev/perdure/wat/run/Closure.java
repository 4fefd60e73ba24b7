package dev.perdure.wat.run;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.data.Function;

/// A function value of a program: code and what it captured. Whoever runs the program runs the
/// code; [#apply] is for code of ours that has got a pure one.
public final class Closure extends Function {
  private final Loaded loaded;
  private final Code code;
  private final Object[] captured;

  /// @param captured in the order of the code's captured slots; never changed
  public Closure(Loaded loaded, Code code, Object[] captured) {
    super(":" + code.name(), code.params());
    this.loaded = loaded;
    this.code = code;
    this.captured = captured;
  }

  /// The program it belongs to.
  public Loaded loaded() {
    return loaded;
  }

  /// What it runs.
  public Code code() {
    return code;
  }

  /// What it captured, in the order of the code's captured slots; not to be changed.
  public Object[] captured() {
    return captured;
  }

  @Override
  public Object apply(Object[] args) {
    return loaded.call(code, captured, args, 0, null);
  }
}
