package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlightsTest {
  private final Flights flights = new Flights();
  private final List<Integer> sent = new ArrayList<>();
  private boolean underWay;

  private Api api() {
    var gate = new Gate(true, List.of(), new Tokens(null));
    return new Api(List.of(), gate, ServerLimits.defaults(), flights);
  }

  /// A request for what is not there, whose answer is sent while the server stops.
  private Exchange asked() {
    var body = new ByteArrayInputStream(new byte[0]);
    return new LocalExchange(
        new LocalApi.Sent("GET", "/v1/nothing", null, Map.of(), body),
        status -> {
          sent.add(status);
          flights.drain(Duration.ZERO);
          underWay = Thread.interrupted();
          return OutputStream.nullOutputStream();
        });
  }

  @Test
  void aRequestIsUnderWayUntilItsProblemHasBeenSent() throws IOException {
    api().handle(asked());
    assertThat(underWay).isTrue();
    api().handle(asked());
    assertThat(underWay).isTrue();
    assertThat(sent).containsExactly(404, 503);
    flights.drain(Duration.ofHours(1));
  }
}
