package dev.perdure.examples.workflows;

import dev.perdure.api.IdempotencyKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Services that do what they are asked once for each key, and remember it.
final class Outside {
  private final Map<String, @Nullable Object> answers = new HashMap<>();
  private final Set<String> busy = new HashSet<>();
  private final List<String> done = new ArrayList<>();

  /// Does something, unless it was done under the same key before; returns what came of it then.
  @SuppressWarnings({"unchecked", "NullAway"}) // what a key was answered has the type of its effect
  synchronized <T> T once(String what, Supplier<T> answer) {
    var key = IdempotencyKey.current();
    if (!answers.containsKey(key)) {
      answers.put(key, answer.get());
      done.add(what);
    }
    return (T) answers.get(key);
  }

  /// Fails when it is asked for the first time under a key, as services do that are busy.
  synchronized void busyAtFirst() {
    if (busy.add(IdempotencyKey.current())) {
      throw new IllegalStateException("busy");
    }
  }

  /// What was done, in order.
  synchronized List<String> done() {
    return List.copyOf(done);
  }
}
