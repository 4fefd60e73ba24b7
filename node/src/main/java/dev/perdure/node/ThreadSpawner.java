package dev.perdure.node;

import dev.perdure.engine.Spawner;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs the branches of a fork on threads of their own; the forking thread waits for all of them.
record ThreadSpawner(Threads threads, LiveTask task) implements Spawner {
  @Override
  public void runAll(List<Runnable> bodies) {
    if (bodies.isEmpty()) {
      return;
    }
    var left = new AtomicInteger(bodies.size());
    var parent = threads.current();
    task.forked(bodies.size());
    for (var body : bodies) {
      threads.start(
          "branch",
          () -> {
            body.run();
            boolean last = left.decrementAndGet() == 0;
            task.joined(last);
            if (last) {
              parent.unpark();
            }
          });
    }
    while (left.get() > 0) {
      threads.park();
    }
  }
}
