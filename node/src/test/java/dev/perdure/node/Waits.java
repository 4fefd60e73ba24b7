package dev.perdure.node;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Log;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;
import java.time.Duration;
import java.util.List;

/// Functions that wait, and ask nothing of the world.
public final class Waits {
  private final Words words;
  private final Tasks tasks;
  private final Clock clock;
  private final Log log;

  /// What the functions are told.
  @Effect
  public interface Words {
    @Signal
    String word();
  }

  public Waits(Words words, Tasks tasks, Clock clock, Log log) {
    this.words = words;
    this.tasks = tasks;
    this.clock = clock;
    this.log = log;
  }

  @Routed
  public String twoWords() {
    var first = words.word();
    return first + " " + words.word();
  }

  @Routed
  public String asksTwice() {
    return ask("first") + ", " + ask("second");
  }

  @Routed
  public String ask(String what) {
    return what + " " + words.word();
  }

  /// The same, written in another way.
  public static final class AskAgain {
    private final Words words;

    public AskAgain(Words words) {
      this.words = words;
    }

    @Routed
    public String ask(String what) {
      var word = words.word();
      return String.join(" ", what, word);
    }
  }

  @Routed
  public String sleepsADay() {
    clock.sleep(Duration.ofDays(1));
    return "slept";
  }

  @Routed
  public String aWordOrAChild() {
    Task<String> child = tasks.start("sleepsADay");
    return tasks.race(List.of(words::word, child::await));
  }

  @Routed
  public String asksAChildLater() {
    Task<String> child = tasks.start("ask", "child");
    return words.word() + " " + child.await();
  }

  @Routed
  public String cleansUp() {
    try {
      clock.sleep(Duration.ofDays(1));
      return "slept";
    } finally {
      log.info("cleaned up");
    }
  }
}
