package dev.perdure.cli;

import dev.perdure.engine.Clock;
import dev.perdure.node.SystemClock;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a command has around it: where its words go and what it takes from outside.
///
/// @param out the answer
/// @param err problems and progress
/// @param environment variables
/// @param directory that relative paths start from
/// @param user who makes changes
/// @param clock the time
/// @param colours whether `out` and `err` may be coloured
/// @param input where lines are typed
/// @param stdin the same as bytes, for who reads no lines
/// @param asks asks before something is done
record Terminal(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory,
    String user,
    Clock clock,
    boolean colours,
    Input.Source input,
    InputStream stdin,
    Asks asks) {

  /// Asks whoever is at the terminal.
  @FunctionalInterface
  interface Asks {
    /// Whether they say yes; no if nobody is there.
    boolean confirm(String question);
  }

  /// The process's own. Colours only if a person looks at it and has not set `NO_COLOR`
  /// (https://no-color.org).
  static Terminal system() {
    var looked = person().isPresent();
    var environment = System.getenv();
    var refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        standardOut(),
        standardErr(),
        environment,
        Path.of("").toAbsolutePath(),
        System.getProperty("user.name", "unknown"),
        SystemClock.CLOCK,
        looked && !refused,
        looked ? TypedInput::open : _ -> new PlainInput(reader()),
        System.in,
        Terminal::confirm);
  }

  private static Reader reader() {
    return new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder());
  }

  private static boolean confirm(String question) {
    return person()
        .map(console -> console.readLine("%s [y/N] ", question))
        .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"))
        .isPresent();
  }

  /// The console, if a person looks at it.
  private static Optional<Console> person() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /// The process's own stdout.
  static PrintWriter standardOut() {
    return writer(FileDescriptor.out);
  }

  /// The process's own stderr.
  static PrintWriter standardErr() {
    return writer(FileDescriptor.err);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// A path that a person gave, from the directory they are in.
  Path resolve(Path path) {
    return directory.resolve(path).normalize();
  }

  /// Something that failed.
  String bad(String text) {
    return coloured("31", text);
  }

  /// Something that went well.
  String good(String text) {
    return coloured("32", text);
  }

  /// Something to look at.
  String warn(String text) {
    return coloured("33", text);
  }

  /// A heading.
  String bold(String text) {
    return coloured("1", text);
  }

  /// Something beside the point.
  String dim(String text) {
    return coloured("2", text);
  }

  private String coloured(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
