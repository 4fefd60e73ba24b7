package dev.perdure.examples.workflows;

import dev.perdure.api.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What lies outside of all nodes: the services, which do what they are asked once for each key,
/// and the clock. It can be copied, so that several futures begin at one moment.
final class Outside {
  private final Map<String, @Nullable Object> answers = new HashMap<>();
  private final List<String> done = new ArrayList<>();
  private final Consumer<Outside> moment;
  private Instant now;

  /// @param moment is told just before, and just after, something is done or sent
  Outside(Instant now, Consumer<Outside> moment) {
    this.now = now;
    this.moment = moment;
  }

  /// The same as it is now, to go its own way.
  synchronized Outside copy() {
    var copy = new Outside(now, _ -> {});
    copy.answers.putAll(answers);
    copy.done.addAll(done);
    return copy;
  }

  /// Does something, unless it was done under the same key before; returns what came of it then.
  @SuppressWarnings({"unchecked", "NullAway"}) // what a key was answered has the type of its effect
  synchronized <T> T once(String what, Supplier<T> answer) {
    var key = IdempotencyKey.current();
    moment.accept(this);
    if (!answers.containsKey(key)) {
      answers.put(key, answer.get());
      done.add(what);
      moment.accept(this);
    }
    return (T) answers.get(key);
  }

  /// A message is about to be sent to the task, or has just been.
  synchronized void aroundMessage() {
    moment.accept(this);
  }

  /// Fails when it is asked for the first time under a key, as services do that are busy.
  synchronized void busyAtFirst() {
    if (answers.putIfAbsent("busy " + IdempotencyKey.current(), true) == null) {
      moment.accept(this);
      throw new IllegalStateException("busy");
    }
  }

  /// What was done, in order.
  synchronized List<String> done() {
    return List.copyOf(done);
  }

  synchronized Instant now() {
    return now;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
