package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The warehouse's process: an HTTP service that remembers idempotency keys. A repeated key gets
/// the receipt it got before, and changes nothing.
///
/// | path | does |
/// |---|---|
/// | `/reserve` | puts items aside, once for each key; answers the receipt |
/// | `/counts` | answers how many requests and how many keys there were |
/// | `/hold`, `/release` | keeps answers back, and lets them go again |
/// | `/held` | answers once as many answers are kept back as the body says |
final class WarehouseMain {
  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong reserved = new AtomicLong();
  private final Gate gate = new Gate();

  private WarehouseMain() {}

  public static void main(String[] arguments) throws IOException {
    var warehouse = new WarehouseMain();
    try (var service = new Service()) {
      int port =
          service
              .on("/reserve", warehouse::reserve)
              .on("/counts", call -> Service.Reply.ok(warehouse.counts()))
              .on("/hold", call -> done(warehouse.gate::close))
              .on("/release", call -> done(warehouse.gate::open))
              .on("/held", call -> done(() -> warehouse.gate.awaitHeld(number(call))))
              .start();
      ChildProcess.serve(port);
    }
  }

  private Service.Reply reserve(Service.Call call) {
    requests.incrementAndGet();
    if (call.key().isEmpty()) {
      return new Service.Reply(400, "a reservation needs an Idempotency-Key");
    }
    var receipt =
        receipts.computeIfAbsent(call.key(), _ -> "receipt " + reserved.incrementAndGet());
    gate.pass();
    return Service.Reply.ok(receipt);
  }

  private String counts() {
    return requests.get() + " " + receipts.size();
  }

  private static int number(Service.Call call) {
    return Integer.parseInt(call.body());
  }

  private static Service.Reply done(Runnable action) {
    action.run();
    return Service.Reply.ok("");
  }
}
