package dev.perdure.engine;

import dev.perdure.value.MapValue;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import java.util.Collection;
import java.util.Map;

/// A state as a value: two states are the same for every purpose if and only if these values are
/// equal. Parts are written as the text of their records, in maps and sets where the order means
/// nothing.
final class StateText {
  private StateText() {}

  static Value task(TaskState task) {
    return MapValue.builder()
        .put(text("start"), text(task.start()))
        .put(text("offsets"), text(task.startOffset + checkpoint(task) + ".." + task.lastOffset))
        .put(text("status"), text(task.status + " " + task.why))
        .put(text("suspended"), text(task.suspended))
        .put(text("crashes"), text(task.crashes + " until " + task.retryAtMillis))
        .put(text("waiting"), map(task.waiting))
        .put(text("mailbox"), task.mailbox.describe())
        .put(text("cancellations"), task.cancellations.describe())
        .put(text("untold"), map(task.untold))
        .put(text("children"), set(task.children))
        .put(text("overrides"), map(task.overrides))
        .put(text("chosen"), set(task.chosen))
        .build();
  }

  private static String checkpoint(TaskState task) {
    return task.hasCheckpoint() ? ".." + task.readFrom() : "";
  }

  static Value text(Object part) {
    return new Str(part.toString());
  }

  static Value set(Collection<?> parts) {
    var set = SetValue.builder();
    parts.forEach(part -> set.add(text(part)));
    return set.build();
  }

  static Value map(Map<?, ?> parts) {
    var map = MapValue.builder();
    parts.forEach((key, part) -> map.put(text(key), text(part)));
    return map.build();
  }

  static Value tasks(Map<TaskId, TaskState> tasks) {
    var map = MapValue.builder();
    tasks.forEach((id, task) -> map.put(text(id), task(task)));
    return map.build();
  }

  private static String counts(ShadowCount count) {
    return count.same() + " " + count.different() + " " + count.dropped() + count.samples();
  }

  static Value shadows(Map<ShadowCount.Key, ShadowCount> shadows) {
    var map = MapValue.builder();
    shadows.forEach((key, count) -> map.put(text(key), text(counts(count))));
    return map.build();
  }
}
