package dev.perdure.engine;

import dev.perdure.value.MapValue;
import dev.perdure.value.Value;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// Whom the present owner of the log descends from: the part of the fold by which those who keep
/// something for the engine elsewhere tell its owner of now from one of the past, or of a copy.
public final class Lineage {
  private final LinkedHashSet<OwnerId> owners = new LinkedHashSet<>();
  private OwnerId fork = OwnerId.NONE;

  Lineage() {}

  /// The ownerships that this one goes on from, and itself; the oldest first. Of more than
  /// [Limits#OWNERS_MAX] the last.
  public Set<OwnerId> owners() {
    return Collections.unmodifiableSet(owners);
  }

  /// Which of the copies of a log that go on side by side this is; [OwnerId#NONE] for the first.
  public OwnerId fork() {
    return fork;
  }

  void opened(OwnerId owner) {
    add(owner);
  }

  void accepted(OwnerId owner) {
    add(owner);
  }

  void forked(OwnerId newFork) {
    fork = newFork;
  }

  /// For a snapshot's reader.
  void restore(OwnerId oneMore) {
    add(oneMore);
  }

  private void add(OwnerId owner) {
    if (!owner.equals(OwnerId.NONE)) {
      owners.add(owner);
    }
    if (owners.size() > Limits.OWNERS_MAX) {
      owners.removeFirst();
    }
  }

  Value describe() {
    return MapValue.builder()
        .put(StateText.text("owners"), StateText.text(owners))
        .put(StateText.text("fork"), StateText.text(fork))
        .build();
  }
}
