package dev.perdure.value;

/// A name that stands for something else, such as `shop/total`. Instances are not interned: a
/// universe may be unloaded with all of its names.
public final class Symbol extends NamedValue implements Value {
  private static final NameMaker<Symbol> NAMES =
      new NameMaker<>("symbol", Names::symbolFault, Symbol::new);

  private Symbol(String namespace, String name) {
    super(Kind.SYMBOL, namespace, name);
  }

  /// From the text `name` or `namespace/name`; `VALUE_INVALID` if it would not read back as this
  /// symbol.
  public static Symbol of(String text) {
    return NAMES.of(text);
  }

  /// From its parts; the namespace may be empty. `VALUE_INVALID` as for [#of(String)].
  public static Symbol of(String namespace, String name) {
    return NAMES.of(namespace, name);
  }

  /// From its encoded text; `CODEC_CORRUPT` if it names no symbol.
  static Symbol decoded(byte[] bytes, int from, int to, Decoder source) {
    return NAMES.decoded(bytes, from, to, source);
  }
}
