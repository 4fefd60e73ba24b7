package dev.perdure.cli;

import java.nio.file.Path;

/// The program `perdure`.
public final class Main {
  private Main() {}

  /// Runs one command and ends the JVM with its exit code: 0 done, 1 failed, 2 usage.
  public static void main(String[] args) {
    if (!PlainRun.takes(args)) {
      System.exit(Cli.run(Terminal.system(), args));
    }
    int exit =
        PlainRun.run(
            new ProgramStart(
                System.in,
                Terminal.standardOut(),
                Terminal.standardErr(),
                System.getenv(),
                Path.of("").toAbsolutePath()),
            args);
    // to exit takes time, as the JVM looks for somebody who wants to hear of it
    if (exit != Exit.DONE) {
      System.exit(exit);
    }
  }
}
