package dev.perdure.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `perdure serve` as an OS process of its own.
final class Daemon implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"]+");
  private static final int PATIENCE_SECONDS = 30;
  private final Process process;
  private final String said;

  private Daemon(Process process, String said) {
    this.process = process;
    this.said = said;
  }

  /// Starts it and waits until it listens.
  static Daemon start(Path directory, List<String> words) {
    return start(directory, List.of("-XX:TieredStopAtLevel=1"), words);
  }

  /// Starts it with options of the JVM.
  static Daemon start(Path directory, List<String> options, List<String> words) {
    try {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath()));
      command.add(Main.class.getName());
      command.addAll(words);
      var process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(directory.resolve("serve.err").toFile())
              .start();
      var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      var line = out.readLine();
      if (line == null) {
        throw new AssertionError(
            "it did not start: " + java.nio.file.Files.readString(directory.resolve("serve.err")));
      }
      return new Daemon(process, line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Relative entries mean something else in another directory.
  private static String classPath() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(java.util.stream.Collectors.joining(File.pathSeparator));
  }

  /// What it printed when it was ready.
  String said() {
    return said;
  }

  /// Where it listens.
  String url() {
    var matcher = URL.matcher(said);
    if (!matcher.find()) {
      throw new AssertionError("no URL in " + said);
    }
    return matcher.group();
  }

  /// Asks it to stop (SIGTERM) and waits until it has; its exit code.
  int stop() {
    process.destroy();
    return awaitExit();
  }

  /// Kills it (SIGKILL).
  int kill() {
    process.destroyForcibly();
    return awaitExit();
  }

  /// Its exit code, when it has ended.
  int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitExit();
  }
}
