package dev.perdure.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.jspecify.annotations.Nullable;

/// A request and its answer as Jetty has them.
record JettyExchange(Request request, Response response) implements Exchange {
  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return String.valueOf(request.getHttpURI().getPath());
  }

  @Override
  public @Nullable String query() {
    return request.getHttpURI().getQuery();
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  @Override
  public boolean secure() {
    return request.isSecure();
  }

  @Override
  public boolean local() {
    return request.getConnectionMetaData().getConnector() instanceof UnixDomainServerConnector;
  }

  @Override
  public long length() {
    return request.getLength();
  }

  @Override
  public InputStream body() {
    return Content.Source.asInputStream(request);
  }

  @Override
  public boolean discard(int bytesMax) throws IOException {
    return body().readNBytes(bytesMax).length < bytesMax;
  }

  @Override
  public void answer(int status, Map<String, String> headers, byte[] body) throws IOException {
    head(status, headers);
    Content.Sink.write(response, true, ByteBuffer.wrap(body));
  }

  @Override
  public OutputStream stream(int status, Map<String, String> headers) {
    head(status, headers);
    return Content.Sink.asOutputStream(response);
  }

  private void head(int status, Map<String, String> headers) {
    response.setStatus(status);
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
  }
}
