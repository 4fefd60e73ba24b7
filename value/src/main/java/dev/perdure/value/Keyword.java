package dev.perdure.value;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A name that stands for itself, such as `:shop/total`. Instances are not interned: a universe may
/// be unloaded with all of its names.
public final class Keyword implements Value, RecentNames.Named {
  private static final RecentNames<Keyword> RECENT = new RecentNames<>();

  private final String namespace;
  private final String name;
  private final byte[] utf8;
  private final int hash;

  private Keyword(String namespace, String name) {
    this.namespace = namespace;
    this.name = name;
    this.utf8 = Names.text(namespace, name).getBytes(StandardCharsets.UTF_8);
    this.hash = Mix.of(Kind.KEYWORD, 31 * namespace.hashCode() + name.hashCode());
  }

  /// From the text `name` or `namespace/name`, without the colon; `VALUE_INVALID` if it would not
  /// read back as this keyword.
  public static Keyword of(String text) {
    int slash = Names.split(text);
    return slash == 0 ? of("", text) : of(text.substring(0, slash), text.substring(slash + 1));
  }

  /// From its parts; the namespace may be empty. `VALUE_INVALID` as for [#of(String)].
  public static Keyword of(String namespace, String name) {
    var fault = Names.keywordFault(namespace, name);
    if (!fault.isEmpty()) {
      var text = Names.text(namespace, name);
      throw ValueCode.invalid("\"" + text + "\" cannot name a keyword: " + fault);
    }
    return new Keyword(namespace, name);
  }

  /// From its encoded text; `CODEC_CORRUPT` if it names no keyword.
  static Keyword decoded(byte[] bytes, int from, int to, Decoder source) {
    var recent = RECENT.find(bytes, from, to);
    if (recent != null) {
      return recent;
    }
    var text = Utf8.decode(bytes, from, to, source);
    int slash = Names.split(text);
    var namespace = text.substring(0, slash);
    var name = slash == 0 ? text : text.substring(slash + 1);
    var fault = Names.keywordFault(namespace, name);
    if (!fault.isEmpty()) {
      throw source.corrupt("a keyword's name cannot be: " + fault, from);
    }
    var decoded = new Keyword(namespace, name);
    RECENT.keep(decoded);
    return decoded;
  }

  /// The part before the slash; empty if there is none.
  public String namespace() {
    return namespace;
  }

  /// The part after the slash.
  public String name() {
    return name;
  }

  /// `name` or `namespace/name`, without the colon.
  public String text() {
    return Names.text(namespace, name);
  }

  /// The encoded text; nobody writes to it.
  @Override
  public byte[] utf8() {
    return utf8;
  }

  @Override
  public Kind kind() {
    return Kind.KEYWORD;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Keyword that
            && hash == that.hash
            && name.equals(that.name)
            && namespace.equals(that.namespace));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
