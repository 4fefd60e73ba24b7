package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each transcript is a session at a terminal: remarks behind a `;`, commands behind a `$`, and
/// what they print. It is run and must come out the same. In it `TASK1` stands for the first task's
/// id, and so on.
///
/// Run with `-Dtranscripts.write=true` to write what comes out instead.
class TranscriptsTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<Map.Entry<String, String>> VOLATILE =
      List.of(
          Map.entry("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME"),
          Map.entry("TIME \\([^)]*\\)", "TIME (LENGTH)"),
          Map.entry("\\b[0-9a-f]{64}\\b", "HASH"),
          Map.entry("\\b[0-9a-f]{12}\\b", "SHORT-HASH"),
          Map.entry("\\d+ bytes", "N bytes"),
          Map.entry("\"batches\":\\d+", "\"batches\":N"),
          Map.entry("by process \\d+", "by process N"));

  @TempDir Path directory;
  private final List<String> tasks = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "routes", "tasks", "replay", "log", "mistakes", "explain"})
  void aSessionComesOutAsItsTranscriptSays(String name) throws IOException {
    var file =
        Path.of(
            System.getProperty("perdure.root"),
            "cli/src/test/resources/transcripts/" + name + ".txt");
    var transcript = Files.readString(file);
    var real = session(transcript);
    if (Boolean.getBoolean("transcripts.write")) {
      Files.writeString(file, real);
    }
    assertThat(real).isEqualTo(transcript);
  }

  private String session(String transcript) throws IOException {
    var sandbox = new Sandbox(directory);
    var session = new StringBuilder();
    for (var line : transcript.lines().toList()) {
      if (line.startsWith("; ")) {
        session.append(session.isEmpty() ? "" : "\n").append(line).append('\n');
      } else if (line.startsWith("$ perdure ")) {
        session.append(line).append('\n').append(run(sandbox, line.substring(10)));
      }
    }
    return session.toString();
  }

  private String run(Sandbox sandbox, String line) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(withIds(line));
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    var result = sandbox.run(words.toArray(String[]::new));
    var text = normal(result.err() + result.out());
    return text + (result.exit() == 0 ? "" : "(exit " + result.exit() + ")\n");
  }

  private String withIds(String line) {
    for (int i = tasks.size(); i > 0; i--) {
      line = line.replace("TASK" + i, tasks.get(i - 1));
    }
    return line;
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
            .replace(directory.toString(), "DIR");
    for (var entry : VOLATILE) {
      normal = normal.replaceAll(entry.getKey(), entry.getValue());
    }
    return normal;
  }
}
