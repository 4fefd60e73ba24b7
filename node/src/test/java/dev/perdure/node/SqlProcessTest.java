package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same with processes that are killed (SIGKILL), or stopped (SIGSTOP) while others take over.
class SqlProcessTest {
  private static final String DONE = "moved " + Bank.left(BankProcess.TIMES);

  @TempDir Path folder;
  private Path data;
  private String url;
  private DataSource source;

  private void bank(SqlCrashTest.Kind kind) throws SQLException {
    data = folder.resolve("data");
    url =
        switch (kind) {
          case SQLITE -> "jdbc:sqlite:" + folder.resolve("bank.db");
          case POSTGRES -> Databases.postgresUrl();
        };
    source = Databases.at(url);
    Bank.found(source);
  }

  /// A process, and what it says.
  private record Running(Process process, BufferedReader out) implements AutoCloseable {
    String read() throws IOException {
      return out.readLine();
    }

    List<String> readTo(String end) throws IOException {
      var lines = new ArrayList<String>();
      String line = "";
      while (line != null && !line.startsWith(end)) {
        line = read();
        lines.add(line);
      }
      assertThat(line).as("%s", lines).isNotNull();
      return lines;
    }

    void signal(String name) throws IOException, InterruptedException {
      var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
      assertThat(kill.waitFor()).isZero();
    }

    void goOn() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    void kill() {
      process.destroyForcibly();
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
      kill();
    }
  }

  private Running start(Path directory, int standsAt) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BankProcess.class.getName(),
                directory.toString(),
                url,
                String.valueOf(standsAt))
            .redirectError(folder.resolve("errors").toFile())
            .start();
    return new Running(process, process.inputReader());
  }

  /// The steps of a process that nobody disturbs, with a bank of its own.
  private List<String> steps(SqlCrashTest.Kind kind) throws IOException, SQLException {
    bank(kind);
    try (var process = start(data, -1)) {
      var lines = process.readTo("moved");
      assertThat(lines).last().isEqualTo(DONE);
      return lines;
    }
  }

  /// The last step of this kind.
  private static int last(List<String> steps, String what) {
    int found = -1;
    for (int i = 0; i < steps.size(); i++) {
      found = steps.get(i).endsWith(" " + what) ? i : found;
    }
    assertThat(found).as("%s in %s", what, steps).isNotNegative();
    return found;
  }

  private static int lastOf(List<String> steps, String what, int before) {
    return last(steps.subList(0, before), what);
  }

  @ParameterizedTest
  @EnumSource(SqlCrashTest.Kind.class)
  void moneyIsMovedOnceThoughProcessesAreKilled(SqlCrashTest.Kind kind)
      throws IOException, SQLException {
    var steps = steps(kind);
    Files.move(data, folder.resolve("undisturbed"));
    Files.deleteIfExists(folder.resolve("bank.db"));
    bank(kind);
    int commit = last(steps, "before commit");
    var points =
        List.of(
            lastOf(steps, "before connect", commit),
            lastOf(steps, "after executeUpdate", commit),
            commit,
            last(steps, "after commit"));
    for (int point : points) {
      Files.deleteIfExists(folder.resolve("bank.db"));
      deleteData();
      bank(kind);
      try (var killed = start(data, point)) {
        killed.readTo("stands");
        killed.kill();
      }
      try (var next = start(data, -1)) {
        assertThat(next.readTo("moved")).as(steps.get(point)).last().isEqualTo(DONE);
      }
      assertThat(Bank.books(source)).as(steps.get(point)).isEqualTo(Bank.books(BankProcess.TIMES));
    }
  }

  private void deleteData() throws IOException {
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void aProcessThatWasStoppedInATransactionCommitsNothingAfterAnotherHasTakenOver()
      throws IOException, InterruptedException, SQLException {
    var steps = steps(SqlCrashTest.Kind.POSTGRES);
    Files.move(data, folder.resolve("undisturbed"));
    bank(SqlCrashTest.Kind.POSTGRES);
    int middle = lastOf(steps, "after executeUpdate", last(steps, "before commit"));
    try (var zombie = start(data, middle)) {
      zombie.readTo("stands");
      zombie.signal("STOP");
      try (var next = start(copied(), -1)) {
        assertThat(next.readTo("moved")).last().isEqualTo(DONE);
      }
      zombie.signal("CONT");
      zombie.goOn();
      assertThat(zombie.readTo("failed")).last().asString().contains("SQL_FENCED");
    }
    assertThat(Bank.books(source)).isEqualTo(Bank.books(BankProcess.TIMES));
  }

  @Test
  void aProcessThatWasStoppedBetweenTransactionsCommitsNothingAfterAnotherHasTakenOver()
      throws IOException, InterruptedException, SQLException {
    var steps = steps(SqlCrashTest.Kind.SQLITE);
    Files.move(data, folder.resolve("undisturbed"));
    Files.delete(folder.resolve("bank.db"));
    bank(SqlCrashTest.Kind.SQLITE);
    try (var zombie = start(data, last(steps, "before connect"))) {
      zombie.readTo("stands");
      zombie.signal("STOP");
      try (var next = start(copied(), -1)) {
        assertThat(next.readTo("moved")).last().isEqualTo(DONE);
      }
      zombie.signal("CONT");
      zombie.goOn();
      assertThat(zombie.readTo("failed")).last().asString().contains("SQL_FENCED");
    }
    assertThat(Bank.books(source)).isEqualTo(Bank.books(BankProcess.TIMES));
  }

  private Path copied() {
    var copy = folder.resolve("copied");
    SqlCrashTest.copy(data, copy);
    return copy;
  }
}
