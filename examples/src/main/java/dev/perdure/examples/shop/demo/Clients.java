package dev.perdure.examples.shop.demo;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Customers at their browsers: each asks, waits for the answer, and asks again.
///
/// @param count how many there are
record Clients(Shopfront shop, int count) {

  /// A phase's requests on their way.
  static final class Run {
    private final String phase;
    private final List<String> users;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReferenceArray<String> replies;
    private CompletableFuture<Void> end = new CompletableFuture<>();

    private Run(String phase, List<String> users) {
      this.phase = phase;
      this.users = users;
      this.replies = new AtomicReferenceArray<>(users.size());
    }

    /// Requests that were sent and not answered yet.
    int inFlight() {
      return inFlight.get();
    }

    /// Requests that have been answered.
    int answered() {
      int answered = 0;
      for (int i = 0; i < replies.length(); i++) {
        answered += replies.get(i) == null ? 0 : 1;
      }
      return answered;
    }

    /// Waits until all are answered.
    void await() {
      end.join();
    }

    /// Asks for all of it once more, with the keys of the first time.
    ///
    /// @return how many answers differ from the first ones
    long differencesWhenAskedAgain(Shopfront shop) {
      long different = 0;
      for (int i = 0; i < users.size(); i++) {
        different += ask(shop, i).equals(replies.get(i)) ? 0 : 1;
      }
      return different;
    }

    private String ask(Shopfront shop, int i) {
      return shop.request(phase + "-" + i, phase, users.get(i));
    }

    private void serve(Shopfront shop) {
      for (int i = next.getAndIncrement(); i < users.size(); i = next.getAndIncrement()) {
        inFlight.incrementAndGet();
        replies.set(i, ask(shop, i));
        inFlight.decrementAndGet();
      }
    }
  }

  /// Sends a phase's requests and waits for all answers.
  void serve(String phase, List<String> users) {
    start(phase, users).await();
  }

  /// Begins to send a phase's requests.
  Run start(String phase, List<String> users) {
    var run = new Run(phase, users);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var all = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      all[i] = CompletableFuture.runAsync(() -> run.serve(shop), threads);
    }
    run.end = CompletableFuture.allOf(all).whenComplete((_, _) -> threads.shutdown());
    return run;
  }
}
