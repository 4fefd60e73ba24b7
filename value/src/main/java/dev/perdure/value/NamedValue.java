package dev.perdure.value;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A name, perhaps in a namespace: what keywords and symbols have in common.
abstract class NamedValue {
  private final Kind kind;
  private final String namespace;
  private final String name;
  private final byte[] utf8;
  private final int hash;

  NamedValue(Kind kind, String namespace, String name) {
    this.kind = kind;
    this.namespace = namespace;
    this.name = name;
    this.utf8 = Names.text(namespace, name).getBytes(StandardCharsets.UTF_8);
    this.hash = Mix.of(kind, 31 * namespace.hashCode() + name.hashCode());
  }

  /// The part before the slash; empty if there is none.
  public final String namespace() {
    return namespace;
  }

  /// The part after the slash.
  public final String name() {
    return name;
  }

  /// `name` or `namespace/name`; of a keyword without the colon.
  public final String text() {
    return Names.text(namespace, name);
  }

  /// The encoded text; nobody writes to it.
  final byte[] utf8() {
    return utf8;
  }

  public final Kind kind() {
    return kind;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof NamedValue that
            && hash == that.hash
            && kind == that.kind
            && name.equals(that.name)
            && namespace.equals(that.namespace));
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  @Override
  public final String toString() {
    return Edn.print((Value) this);
  }
}
