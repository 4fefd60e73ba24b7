package dev.perdure.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request from within the process.
final class LocalExchange implements Exchange {
  private final LocalApi.Sent request;
  private final LocalApi.Receiver receiver;

  LocalExchange(LocalApi.Sent request, LocalApi.Receiver receiver) {
    this.request = request;
    this.receiver = receiver;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public @Nullable String query() {
    return request.query();
  }

  @Override
  public List<String> headers(String name) {
    var value = request.headers().get(name);
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public boolean secure() {
    return false;
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public long length() {
    return -1;
  }

  @Override
  public InputStream body() {
    return request.body();
  }

  @Override
  public boolean discard(int bytesMax) {
    return true;
  }

  @Override
  public void answer(int status, Map<String, String> headers, byte[] bytes) throws IOException {
    try (var out = receiver.begin(status)) {
      out.write(bytes);
    }
  }

  @Override
  public OutputStream stream(int status, Map<String, String> headers) throws IOException {
    return receiver.begin(status);
  }
}
