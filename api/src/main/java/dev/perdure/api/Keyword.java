package dev.perdure.api;

/// A name that stands for itself, as wat and EDN have them: `shop/total` is `:shop/total` in EDN
/// and `:shop::total` in wat.
///
/// @param name without the colon; a namespace stands before a slash
public record Keyword(String name) {
  /// @throws dev.perdure.value.PerdureException `VALUE_INVALID` if it would not read back as a
  ///   keyword
  public Keyword {
    dev.perdure.value.Keyword.of(name);
  }

  /// As EDN writes it.
  @Override
  public String toString() {
    return ":" + name;
  }
}
