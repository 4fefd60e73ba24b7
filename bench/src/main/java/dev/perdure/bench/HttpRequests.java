package dev.perdure.bench;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// S15: requests over HTTP, from kept connections, by `wrk` on the same machine: a call of a
/// function that does nothing, to its durable result, and a plain route beside it. The two take
/// turns in short spells.
public final class HttpRequests {
  private static final int SPELLS = 5;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern BAD = Pattern.compile("(Non-2xx|Socket errors).*");

  private HttpRequests() {}

  /// @param arguments a folder on the disk to measure, the seconds of a spell, and how many
  ///   connections
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    int connections = Integer.parseInt(arguments[2]);
    var call = folder.resolve("call.lua");
    Files.writeString(
        call,
        """
        wrk.method = "POST"
        wrk.body = "[]"
        wrk.headers["Content-Type"] = "application/json"
        """);
    try (var perdure = Perdure.open(NodeConfig.in(folder.resolve("perdure")))) {
      perdure.deploy("v1", EmptyTask.Nothing.class);
      try (var server = Server.start(perdure.node(), ServerConfig.onLoopback(0))) {
        var durable =
            new Load(seconds, connections, server.url() + "/v1/functions/nothing/call", call);
        var plain = new Load(seconds, connections, server.url() + "/v1/health", null);
        durable.run(2 * seconds);
        plain.run(seconds);
        var rates = new double[2][SPELLS];
        for (int spell = 0; spell < SPELLS; spell++) {
          rates[0][spell] = durable.run(seconds);
          rates[1][spell] = plain.run(seconds);
        }
        print("durable_call_per_s", rates[0], connections);
        print("plain_route_per_s", rates[1], connections);
      }
    }
  }

  private record Load(int seconds, int connections, String url, @Nullable Path script) {
    /// Requests a second.
    double run(int forSeconds) throws IOException, InterruptedException {
      var command =
          new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + forSeconds + "s"));
      if (script != null) {
        command.addAll(List.of("-s", script.toString()));
      }
      command.add(url);
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      first(
          BAD,
          said,
          match -> {
            throw new IllegalStateException(url + ": " + match.group());
          });
      return first(RATE, said, match -> Double.parseDouble(match.group(1)));
    }

    private static double first(Pattern pattern, String said, Function<MatchResult, Double> found) {
      var matcher = pattern.matcher(said);
      return matcher.find() ? found.apply(matcher) : 0;
    }
  }

  private static void print(String figure, double[] spells, int connections) {
    Arrays.sort(spells);
    Figure.print(
        "perdure",
        "http",
        figure,
        spells[SPELLS / 2],
        "1/s",
        "%d connections, wrk -t1 on the same machine; %d spells, %.4g..%.4g"
            .formatted(connections, SPELLS, spells[0], spells[SPELLS - 1]));
  }
}
