package dev.perdure.node;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import dev.perdure.api.Tasks;
import java.time.Duration;
import java.util.List;

/// A function that collects two words, in versions that do the same up to some point.
final class Letters {
  private Letters() {}

  /// Where the words come from.
  @Effect
  public interface Mail {
    /// Waits for one.
    @Signal
    String word();
  }

  /// Waits for two words, and sleeps in a branch beside.
  public static final class Plain {
    private final Mail mail;

    public Plain(Mail mail) {
      this.mail = mail;
    }

    @Routed
    public String collect() {
      var first = mail.word();
      return joined(first, mail.word());
    }

    @Routed
    public String joined(String first, String second) {
      return first + " " + second;
    }
  }

  /// Says it loudly.
  public static final class Loud {
    private final Mail mail;

    public Loud(Mail mail) {
      this.mail = mail;
    }

    @Routed
    public String collect() {
      var first = mail.word();
      var second = mail.word();
      return joined(first, second) + "!";
    }

    @Routed
    public String joined(String first, String second) {
      return first + " and " + second;
    }
  }

  /// Looks at the clock first.
  public static final class Timed {
    private final Mail mail;
    private final Clock clock;

    public Timed(Mail mail, Clock clock) {
      this.mail = mail;
      this.clock = clock;
    }

    @Routed
    public String collect() {
      return clock.now() + mail.word();
    }
  }

  /// Asks for nothing.
  public static final class Silent {
    @Routed
    public String collect() {
      return "nothing";
    }
  }

  /// Does not come to an end.
  public static final class Endless {
    @Routed
    public String collect() {
      long turns = 0;
      while (turns >= 0) {
        turns = (turns + 1) % 1_000;
      }
      return "never";
    }
  }

  /// Sleeps in two branches.
  public static final class Forked {
    private final Tasks tasks;
    private final Clock clock;
    private final Mail mail;

    public Forked(Tasks tasks, Clock clock, Mail mail) {
      this.tasks = tasks;
      this.clock = clock;
      this.mail = mail;
    }

    @Routed
    public String fork() {
      tasks.all(
          List.of(
              () -> {
                clock.sleep(Duration.ofMillis(1));
                return "slept";
              },
              () -> "at once"));
      return mail.word();
    }
  }

  /// Sleeps in none.
  public static final class Forgetful {
    private final Tasks tasks;
    private final Mail mail;

    public Forgetful(Tasks tasks, Mail mail) {
      this.tasks = tasks;
      this.mail = mail;
    }

    @Routed
    public String fork() {
      tasks.all(List.of(() -> "awake", () -> "at once"));
      return mail.word();
    }
  }
}
