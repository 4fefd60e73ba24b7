package dev.perdure.bench;

/// The least that a JVM can be started for.
public final class Hello {
  private Hello() {}

  /// Prints one line.
  public static void main(String[] arguments) {
    System.out.println("\"hello\"");
  }
}
