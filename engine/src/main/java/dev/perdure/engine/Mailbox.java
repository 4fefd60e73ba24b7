package dev.perdure.engine;

import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was sent to a task and may still be received: signals, each received once, in the order in
/// which they came, and promises, which stay. Written by [EngineState] only.
public final class Mailbox {
  private Map<String, Deque<Payload>> signals = Map.of();
  private Map<String, Payload> promises = Map.of();
  private Set<String> keys = Set.of();
  private int messages;
  private long bytes;

  Mailbox() {}

  void take(Event.Sent e) {
    messages++;
    bytes += e.value().size();
    if (!e.key().isEmpty()) {
      keys = keys.isEmpty() ? new HashSet<>(4) : keys;
      keys.add(e.key());
    }
    if (e.kind() == Message.PROMISE) {
      promises = promises.isEmpty() ? new HashMap<>(4) : promises;
      promises.put(e.name(), e.value());
    } else {
      signals = signals.isEmpty() ? new HashMap<>(4) : signals;
      signals.computeIfAbsent(e.name(), _ -> new ArrayDeque<>(2)).add(e.value());
    }
  }

  /// Whether nothing has to be known of what was sent.
  boolean isEmpty() {
    return messages == 0 && promises.isEmpty() && keys.isEmpty();
  }

  /// The message that a task which receives now is given; null if there is none yet.
  @Nullable Payload next(Effect.Receive receive) {
    if (receive.kind() == Message.PROMISE) {
      return promises.get(receive.name());
    }
    var queue = signals.get(receive.name());
    return queue == null ? null : queue.peek();
  }

  /// The task has been given what [#next] says.
  void received(Effect.Receive receive) {
    var queue = receive.kind() == Message.SIGNAL ? signals.get(receive.name()) : null;
    var value = queue == null ? null : queue.poll();
    if (value != null) {
      messages--;
      bytes -= value.size();
    }
  }

  /// What the promise was fulfilled with; null if it was not.
  @Nullable Payload promised(String name) {
    return promises.get(name);
  }

  /// Whether a message under this key has come before.
  boolean knows(String key) {
    return keys.contains(key);
  }

  /// Whether there is room for another message of this size.
  boolean hasRoom(int size) {
    return messages < Limits.MESSAGES_MAX && bytes + size <= Limits.MAILBOX_BYTES_MAX;
  }

  /// Messages that nobody has received yet, by name; promises are not counted.
  public Map<String, Integer> unread() {
    var unread = new HashMap<String, Integer>();
    signals.forEach((name, queue) -> {
      if (!queue.isEmpty()) {
        unread.put(name, queue.size());
      }
    });
    return unread;
  }

  /// Signals that nobody has received yet, by name, the oldest first.
  public Map<String, List<Payload>> signals() {
    var waiting = new TreeMap<String, List<Payload>>();
    signals.forEach((name, queue) -> {
      if (!queue.isEmpty()) {
        waiting.put(name, List.copyOf(queue));
      }
    });
    return waiting;
  }

  /// Promises that were fulfilled, by name.
  public Map<String, Payload> promises() {
    return new TreeMap<>(promises);
  }

  /// Bytes of the messages that nobody has received yet, and of the promises.
  long bytes() {
    return bytes;
  }

  Value describe() {
    var waiting = new HashMap<String, String>();
    signals.forEach((name, queue) -> {
      if (!queue.isEmpty()) {
        waiting.put(name, queue.toString());
      }
    });
    return Vec.of(StateText.map(waiting), StateText.map(promises), StateText.set(keys));
  }
}
