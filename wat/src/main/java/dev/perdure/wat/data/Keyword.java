package dev.perdure.wat.data;

/// A keyword, such as `:acme::tax::rate`.
///
/// @param path the text behind the colon
public record Keyword(String path) {
  @Override
  public String toString() {
    return Show.of(this);
  }
}
