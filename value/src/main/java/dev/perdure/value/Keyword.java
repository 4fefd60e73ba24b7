package dev.perdure.value;

/// A name that stands for itself, such as `:shop/total`. Instances are not interned: a universe may
/// be unloaded with all of its names.
public final class Keyword extends NamedValue implements Value {
  private static final NameMaker<Keyword> NAMES =
      new NameMaker<>("keyword", Names::keywordFault, Keyword::new);

  private Keyword(String namespace, String name) {
    super(Kind.KEYWORD, namespace, name);
  }

  /// From the text `name` or `namespace/name`, without the colon; `VALUE_INVALID` if it would not
  /// read back as this keyword.
  public static Keyword of(String text) {
    return NAMES.of(text);
  }

  /// From its parts; the namespace may be empty. `VALUE_INVALID` as for [#of(String)].
  public static Keyword of(String namespace, String name) {
    return NAMES.of(namespace, name);
  }

  /// From its encoded text; `CODEC_CORRUPT` if it names no keyword.
  static Keyword decoded(byte[] bytes, int from, int to, Decoder source) {
    return NAMES.decoded(bytes, from, to, source);
  }
}
