package dev.perdure.testkit;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Promise;
import dev.perdure.api.Routed;
import java.time.Duration;
import java.time.Instant;

/// A function that reminds, waits, counts and pays.
public final class Trial {
  private final Letters letters;
  private final Answers answers;
  private final Clock clock;

  /// How customers are written to.
  @Effect
  public interface Letters {
    /// Writes a letter and returns its number.
    int send(String text);
  }

  /// What customers say.
  @Effect
  public interface Answers {
    /// The answer.
    @Promise
    String answer();
  }

  public Trial(Letters letters, Answers answers, Clock clock) {
    this.letters = letters;
    this.answers = answers;
    this.clock = clock;
  }

  @Routed
  public Instant remind(long days) {
    letters.send("welcome");
    clock.sleep(Duration.ofDays(days));
    letters.send("good bye");
    return clock.now();
  }

  @Routed
  public String ask() {
    letters.send("well?");
    return answers.answer();
  }
}
