package dev.perdure.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// As much of `curl` as the guide uses, so that it need not be installed: `-s`, `-X`, `-H`, `-d`.
final class Curl {
  private Curl() {}

  /// Sends a request and returns the body of the answer.
  ///
  /// @param words of the command line, without `curl`
  /// @param url of the server, whatever the command says of its host and port
  static String run(List<String> words, String url) {
    var method = "";
    var body = "";
    var headers = new ArrayList<String>();
    var path = "";
    for (var rest = words.iterator(); rest.hasNext(); ) {
      switch (rest.next()) {
        case "-s" -> {}
        case "-X" -> method = rest.next();
        case "-H" -> headers.addAll(List.of(rest.next().split(": ", 2)));
        case "-d" -> body = rest.next();
        case String target -> path = target.replaceFirst("https?://[^/]+", "");
      }
    }
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(
                !method.isEmpty() ? method : body.isEmpty() ? "GET" : "POST",
                BodyPublishers.ofString(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return send(request.build());
  }

  static String send(HttpRequest request) {
    try (var client = HttpClient.newHttpClient()) {
      var text = client.send(request, BodyHandlers.ofString()).body();
      return text.endsWith("\n") ? text : text + "\n";
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
