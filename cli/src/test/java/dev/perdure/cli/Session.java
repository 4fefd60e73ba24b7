package dev.perdure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A session at a terminal: runs the commands of a transcript, one after the other. In it `TASK1`
/// stands for the first task's id, `TRACE1` for the id of its trace, and so on. What a command
/// reads stands below it, each line behind a `>`, as the command repeats it; where it does not, in
/// JSON, behind a `<`.
final class Session implements AutoCloseable {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<Map.Entry<String, String>> VOLATILE =
      List.of(
          Map.entry("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME"),
          Map.entry("TIME \\([^)]*\\)", "TIME (LENGTH)"),
          Map.entry("\\b[0-9a-f]{64}\\b", "HASH"),
          Map.entry("\\b[0-9a-f]{12}\\b", "SHORT-HASH"),
          Map.entry("\\bkey [0-9a-f]{8}\\b", "key NAME"),
          Map.entry("\\d+ bytes", "N bytes"),
          Map.entry("\"bytes\":\\d+", "\"bytes\":N"),
          Map.entry("\"batches\":\\d+", "\"batches\":N"),
          Map.entry("by process \\d+", "by process N"));

  private final Sandbox sandbox;
  private final Owner owner;
  private final List<String> tasks = new ArrayList<>();
  private List<String> typed = List.of();
  private @Nullable Daemon daemon;

  Session(Sandbox sandbox) {
    this(sandbox, Owner.none());
  }

  /// @param owner who serves the data directory while commands are run
  Session(Sandbox sandbox, Owner owner) {
    this.sandbox = sandbox;
    this.owner = owner;
  }

  /// What the commands of a transcript print, in the form of the transcript. A command that ends
  /// with a backslash goes on in the next line.
  String run(String transcript) {
    var session = new StringBuilder();
    var command = new StringBuilder();
    var lines = transcript.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("; ")) {
        session.append(session.isEmpty() ? "" : "\n").append(line).append('\n');
      } else if (line.startsWith("$ ") || !command.isEmpty()) {
        session.append(line).append('\n');
        boolean goesOn = line.endsWith("\\");
        command.append(goesOn ? line.substring(0, line.length() - 1) : line);
        if (!goesOn) {
          typed = typed(lines.subList(i + 1, lines.size()));
          typed.stream()
              .filter(t -> t.startsWith("< "))
              .forEach(t -> session.append(t).append('\n'));
          session.append(command(command.substring("$ ".length())));
          command.setLength(0);
        }
      }
    }
    return session.toString();
  }

  /// What is typed to the command before, as it stands in the transcript.
  private static List<String> typed(List<String> behind) {
    return behind.stream()
        .takeWhile(line -> !line.startsWith("$ ") && !line.startsWith("; "))
        .filter(line -> line.startsWith("> ") || line.startsWith("< "))
        .toList();
  }

  private String command(String line) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(withIds(line));
    while (matcher.find()) {
      words.add(
          Stream.of(1, 2, 3).map(matcher::group).filter(w -> w != null).findFirst().orElseThrow());
    }
    return switch (words.removeFirst()) {
      case "perdure" -> words.getLast().equals("&") ? served(words) : perdure(words);
      case "curl" -> normal(Curl.run(words, Objects.requireNonNull(daemon).url()));
      case String other -> throw new AssertionError("nobody knows the command " + other);
    };
  }

  private String perdure(List<String> words) {
    owner.beside(words);
    var lines = typed.stream().map(t -> withIds(t.substring(2)) + "\n").toList();
    var result = sandbox.talk(String.join("", lines), words.toArray(String[]::new));
    var text = normal(result.err() + result.out());
    return text + (result.exit() == 0 ? "" : "(exit " + result.exit() + ")\n");
  }

  /// Starts a server, at a port that is free whatever the transcript says.
  private String served(List<String> words) {
    int port = words.indexOf("--port");
    var served = words.get(port + 1);
    words.set(port + 1, "0");
    var started = Daemon.start(sandbox.directory(), words.subList(0, words.size() - 1));
    daemon = started;
    return normal(started.said()).replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + served);
  }

  /// Stops the server, if one was started.
  @Override
  public void close() {
    owner.close();
    if (daemon != null) {
      daemon.close();
    }
  }

  private String withIds(String line) {
    for (int i = tasks.size(); i > 0; i--) {
      line = line.replace("TASK" + i, tasks.get(i - 1));
      line = line.replace("TRACE" + i, trace(tasks.get(i - 1)));
    }
    return line;
  }

  /// The trace of a task that has one of its own.
  private static String trace(String task) {
    return task.replace("-", "");
  }

  private String normal(String text) {
    var normal =
        UUID.matcher(text)
            .replaceAll(match -> {
              if (!tasks.contains(match.group())) {
                tasks.add(match.group());
              }
              return "TASK" + (tasks.indexOf(match.group()) + 1);
            })
            .replace(sandbox.directory().toString(), "DIR");
    for (var task : tasks) {
      normal = normal.replace(trace(task), "TRACE" + (tasks.indexOf(task) + 1));
    }
    for (var entry : VOLATILE) {
      normal = normal.replaceAll(entry.getKey(), entry.getValue());
    }
    return normal;
  }
}
