package dev.perdure.cli;

/// The program `perdure`.
public final class Main {
  private Main() {}

  /// Runs one command and ends the JVM with its exit code: 0 done, 1 failed, 2 usage.
  public static void main(String[] args) {
    System.exit(Cli.run(Terminal.system(), args));
  }
}
