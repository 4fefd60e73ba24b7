package dev.perdure.cli;

import dev.perdure.value.PerdureException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The same program once more, in a JVM that waits for a debugger: none can be attached to one that
/// runs. It can be reached from this machine only, for whoever attaches may do anything.
final class Debuggee {
  private static final Pattern LISTENING =
      Pattern.compile("Listening for transport dt_socket at address: (\\d+)");
  private static final String AGENT = "-agentlib:jdwp=";

  private final Terminal terminal;
  private final List<String> words;

  /// @param words of the command line
  Debuggee(Terminal terminal, List<String> words) {
    this.terminal = terminal;
    this.words = List.copyOf(words);
  }

  /// Starts it, says where it waits, passes on what it prints, and returns its exit code.
  ///
  /// @param port 0: one that is free
  /// @throws dev.perdure.value.PerdureException `DEBUGGER_UNREACHABLE`
  int run(int port) {
    try {
      var process = new ProcessBuilder(command(port)).directory(directory()).start();
      try {
        return talk(process);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw unreachable("a JVM cannot be started: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("the wait for a debugger was interrupted");
    }
  }

  private File directory() {
    return terminal.directory().toFile();
  }

  private int talk(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    var errors = Thread.ofVirtual().start(() -> copy(process.errorReader(), terminal.err()));
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var listening = listening(out.readLine());
    if (!listening.matches()) {
      process.waitFor();
      errors.join();
      throw unreachable("the JVM that was to wait for a debugger ended");
    }
    terminal.err().println("waiting for a debugger at 127.0.0.1:" + listening.group(1));
    terminal.err().flush();
    copy(out, terminal.out());
    errors.join();
    return process.waitFor();
  }

  private static Matcher listening(@Nullable String line) {
    return LISTENING.matcher(line == null ? "" : line);
  }

  private static void copy(BufferedReader from, PrintWriter to) {
    try {
      for (var line = from.readLine(); line != null; line = from.readLine()) {
        to.println(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(int port) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith(AGENT))
        .forEach(command::add);
    command.add(AGENT + "transport=dt_socket,server=y,suspend=y,address=127.0.0.1:" + port);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(words);
    return command;
  }

  /// Relative entries mean something else in another directory.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static PerdureException unreachable(String what) {
    return Command.problem(
            CliCode.DEBUGGER_UNREACHABLE, what, "Leave --port out, or name a port that is free")
        .exception();
  }
}
