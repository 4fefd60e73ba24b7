package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is asked for ten times what it can do (R4), as a process with little memory.
/// `-Dperdure.overload.seconds=60` asks for longer.
@Timeout(300)
class OverloadTest {
  private static final Duration FLOOD =
      Duration.ofSeconds(Long.getLong("perdure.overload.seconds", 5));
  private static final int CLIENTS = 1_000;
  private static final int CALL_SECONDS = 1;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  @TempDir Path directory;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final AtomicLong keys = new AtomicLong();

  private Daemon serve() {
    return Daemon.start(
        directory,
        List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
        List.of(
            "serve",
            "--port",
            "0",
            "--json",
            "--bind",
            "shop.Catalog=shop.MemoryCatalog",
            "--classpath",
            "shop-v1.jar"));
  }

  @Test
  void whatIsTooMuchIsRefusedAndNothingThatWasAcknowledgedIsLost() throws Exception {
    new Sandbox(directory).out("deploy", "shop-v1.jar", "--as", "v1");
    try (var daemon = serve();
        var client = client()) {
      flood(client, daemon.url());
      assertThat(refused.sum()).as("refused").isGreaterThan(acknowledged.size());
      assertThat(acknowledged).as("acknowledged").hasSizeGreaterThan(100);
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() ->
              call(client, daemon.url(), "handleRequest", "[\"7\"]", "after").statusCode() == OK);
      daemon.kill();
    }
    assertThat(Files.readString(directory.resolve("serve.err"))).doesNotContain("OutOfMemory");
    try (var daemon = serve();
        var client = client()) {
      for (var entry : acknowledged.entrySet()) {
        var again = nap(client, daemon.url(), entry.getKey());
        assertThat(again.statusCode()).isEqualTo(OK);
        assertThat(task(again)).as("the task of a key").isEqualTo(entry.getValue());
      }
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /// Each client asks again as soon as it has an answer.
  private void flood(HttpClient client, String url) throws Exception {
    long end = System.nanoTime() + FLOOD.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Void> asking =
          () -> {
            while (System.nanoTime() < end) {
              ask(client, url);
            }
            return null;
          };
      var clients = Stream.generate(() -> threads.submit(asking)).limit(CLIENTS).toList();
      for (var one : clients) {
        one.get();
      }
    }
  }

  private void ask(HttpClient client, String url) throws IOException, InterruptedException {
    var key = "k" + keys.incrementAndGet();
    var response = nap(client, url, key);
    if (response.statusCode() == OK) {
      acknowledged.put(key, task(response));
      return;
    }
    assertThat(response.statusCode()).as(response.body()).isEqualTo(UNAVAILABLE);
    assertThat(response.body()).contains("\"code\":\"OVERLOADED\"");
    assertThat(response.headers().firstValueAsLong("Retry-After")).isPresent();
    refused.increment();
  }

  private static String task(HttpResponse<String> response) {
    return response.headers().firstValue("Perdure-Task").orElseThrow();
  }

  private static HttpResponse<String> nap(HttpClient client, String url, String key)
      throws IOException, InterruptedException {
    return call(client, url, "nap", "[" + CALL_SECONDS + "]", key);
  }

  private static HttpResponse<String> call(
      HttpClient client, String url, String function, String arguments, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/v1/functions/" + function + "/call"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(arguments))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
