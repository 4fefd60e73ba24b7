package dev.perdure.server;

import dev.perdure.api.Clock;
import dev.perdure.api.Log;
import dev.perdure.api.Routed;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;
import java.time.Duration;

/// Functions that write lines.
public final class Talks {
  private final Log log;
  private final Tasks tasks;
  private final Clock clock;

  Talks(Log log, Tasks tasks, Clock clock) {
    this.log = log;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Routed
  public String ask(String what) {
    log.info("asking {}", what);
    Task<String> child = tasks.start("answer", what);
    return child.await();
  }

  @Routed
  public String answer(String what) {
    log.debug("thinking");
    log.warn("answering {}", what);
    return greeting(what);
  }

  @Routed
  public String greeting(String name) {
    log.error("greeting {}", name);
    return "Hello " + name;
  }

  @Routed
  public String pause(long millis) {
    log.info("before");
    clock.sleep(Duration.ofMillis(millis));
    log.info("behind");
    return "rested";
  }
}
