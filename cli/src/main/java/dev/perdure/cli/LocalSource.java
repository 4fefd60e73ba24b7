package dev.perdure.cli;

import dev.perdure.server.LocalApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// An engine, or a part of one, within this process.
final class LocalSource implements Source {
  private final LocalApi api;
  private final String user;
  private final Runnable closing;

  /// @param user who makes changes
  /// @param closing closes what the API stands on
  LocalSource(LocalApi api, String user, Runnable closing) {
    this.api = api;
    this.user = user;
    this.closing = closing;
  }

  @Override
  public void send(Ask ask, Receiver receiver) {
    try {
      api.answer(sent(ask), receiver::begin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LocalApi.Sent sent(Ask ask) {
    var headers = new LinkedHashMap<>(ask.headers());
    headers.put(LocalApi.USER, Ask.encoded(user));
    var content = ask.content();
    if (content != null) {
      headers.put("Content-Type", content.type());
    }
    var body = new ByteArrayInputStream(content == null ? new byte[0] : content.bytes());
    return new LocalApi.Sent(ask.method(), ask.path(), ask.queryText(), Map.copyOf(headers), body);
  }

  @Override
  public boolean served() {
    return false;
  }

  @Override
  public void close() {
    closing.run();
  }
}
