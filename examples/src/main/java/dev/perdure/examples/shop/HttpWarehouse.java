package dev.perdure.examples.shop;

import dev.perdure.api.Http;

/// The warehouse behind its HTTP service. Each request carries the effect's idempotency key, so the
/// service knows a repeated one.
public final class HttpWarehouse implements Warehouse {
  private final Http http;
  private final String uri;

  /// @param uri of the service, such as `http://127.0.0.1:8080`
  public HttpWarehouse(Http http, String uri) {
    this.http = http;
    this.uri = uri;
  }

  @Override
  public String reserve(String userId, int items) {
    var response = http.send(Http.Request.post(uri + "/reserve", userId + " " + items));
    if (!response.ok()) {
      throw new IllegalStateException("the warehouse answers " + response.status());
    }
    return response.text();
  }
}
