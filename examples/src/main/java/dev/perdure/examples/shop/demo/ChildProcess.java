package dev.perdure.examples.shop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An OS process that runs a class of the demo. It says `ready PORT` on its standard output when it
/// serves, and ends when its standard input does: none is left behind, however the demo ends.
final class ChildProcess implements AutoCloseable {
  private static final String READY = "ready ";
  private static final long END_SECONDS_MAX = 20;

  private final Process process;
  private final int port;

  private ChildProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts a server and waits until it is ready.
  ///
  /// @param errors where its standard error goes
  static ChildProcess server(Class<?> main, Path errors, String... arguments) throws IOException {
    var process = start(main, errors, arguments);
    var first = output(process).readLine();
    if (first == null || !first.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException(
          main.getSimpleName() + " did not start: " + first + "\n" + Files.readString(errors));
    }
    return new ChildProcess(process, Integer.parseInt(first.substring(READY.length())));
  }

  /// Runs a class to its end and returns the lines of its standard output.
  static List<String> run(Class<?> main, Path errors, String... arguments) throws IOException {
    var process = start(main, errors, arguments);
    process.getOutputStream().close();
    var lines = output(process).lines().toList();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(main.getSimpleName() + " failed\n" + Files.readString(errors));
    }
    return lines;
  }

  private static Process start(Class<?> main, Path errors, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of(
            "-Dsun.net.httpserver.nodelay=true", "-Dsun.net.httpserver.maxIdleConnections=1024"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().put("CLASSPATH", ClassPath.own());
    return builder.start();
  }

  private static BufferedReader output(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /// Says, in the child, that it serves at this port, and waits until the demo wants it to end.
  static void serve(int port) throws IOException {
    System.out.println(READY + port);
    System.out.flush();
    while (System.in.read() >= 0) {
      // what the parent writes means nothing; that it writes no more means the end
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /// Ends it at once, as the operating system does (SIGKILL): no clean-up code runs.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// Lets it end by itself; kills it if it does not.
  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      process.getOutputStream().close();
      try {
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
          kill();
        }
      } catch (InterruptedException e) {
        kill();
        Thread.currentThread().interrupt();
      }
    }
  }
}
