package dev.perdure.wat.border;

import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Variant;

/// A Result: `#Result/Ok {:value …}` or `#Result/Err {:error …}`.
record ResultBorder(Border ok, Border err, String type) implements Border {
  private static final Symbol OK = Symbol.of("Result", "Ok");
  private static final Symbol ERR = Symbol.of("Result", "Err");
  private static final Keyword VALUE = Keyword.of("value");
  private static final Keyword ERROR = Keyword.of("error");

  @Override
  public Value out(Object value) {
    var result = (Variant) value;
    return result.isOk()
        ? new Tagged(OK, MapValue.of(VALUE, ok.out(result.field(0))))
        : new Tagged(ERR, MapValue.of(ERROR, err.out(result.field(0))));
  }

  /// Whether a value is written as a Result.
  static boolean isOne(Value value) {
    return value instanceof Tagged(Symbol tag, MapValue _) && (tag.equals(OK) || tag.equals(ERR));
  }

  @Override
  public Object in(Value value) {
    if (value instanceof Tagged(Symbol tag, MapValue content)) {
      var good = tag.equals(OK) ? content.get(VALUE) : null;
      var bad = tag.equals(ERR) ? content.get(ERROR) : null;
      if (good != null) {
        return Variant.ok(Borders.inside("(Ok)", ok, good));
      }
      if (bad != null) {
        return Variant.err(Borders.inside("(Err)", err, bad));
      }
    }
    throw EdnFault.mismatch(type, Borders.got(value));
  }
}
