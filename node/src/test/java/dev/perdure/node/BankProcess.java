package dev.perdure.node;

import dev.perdure.api.Sql;
import dev.perdure.engine.StartOptions;
import dev.perdure.value.PerdureException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that moves money. It says what it does with the database, step by step, and stands
/// still at one of them until it is told to go on.
final class BankProcess {
  static final int TIMES = 3;

  private BankProcess() {}

  /// @param arguments the data directory, the URL of the database, and the number of the step to
  ///   stand still at; -1: none
  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int at = Integer.parseInt(arguments[2]);
    var steps = new AtomicInteger();
    var source =
        new WatchedSource(
            Databases.at(arguments[1]),
            what -> {
              int step = steps.getAndIncrement();
              say("step " + step + " " + what);
              if (step == at) {
                say("stands");
                await(in);
              }
            });
    try (var perdure = Perdure.open(Path.of(arguments[0]))) {
      perdure.effects().bind(Sql.class, new JdbcEffect(source).silentFor(Duration.ofMillis(300)));
      perdure.deploy("v1", Bank.class);
      var left = new TypeToken<List<Long>>() {};
      var once = StartOptions.NONE.withKey("once");
      say("moved " + perdure.call("move", List.of(TIMES), left, once));
    } catch (PerdureException | TaskFailed e) {
      say("failed " + e.getMessage());
    }
  }

  private static void await(BufferedReader in) {
    try {
      in.readLine();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
