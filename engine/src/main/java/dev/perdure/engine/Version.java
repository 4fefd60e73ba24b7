package dev.perdure.engine;

/// The human name of a universe's functions: `v2`. Its content hash says what it is; this says what
/// people call it.
///
/// @param text 1 to 255 characters: letters, digits and `_ . / : $ ! ? * + < > = -`
public record Version(String text) implements Comparable<Version> {
  public Version {
    Names.check("version", text);
  }

  @Override
  public int compareTo(Version other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
