package dev.perdure.engine;

/// The name under which a function is registered and called, in every version the same:
/// `lookupUser`.
///
/// @param text 1 to 255 characters: letters, digits and `_ . / : $ ! ? * + < > = -`
public record FunctionName(String text) implements Comparable<FunctionName> {
  public FunctionName {
    Names.check("function", text);
  }

  @Override
  public int compareTo(FunctionName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
