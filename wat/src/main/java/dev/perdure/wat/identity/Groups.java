package dev.perdure.wat.identity;

import dev.perdure.value.Hash;
import dev.perdure.wat.core.Components;
import dev.perdure.wat.syntax.CanonicalBytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Hashes normal forms, those that use each other as one group.
///
/// Within a group no hash is known before the others, and neither names nor the order of the
/// program may take their place. So the members are told apart by refinement (J. Hopcroft, "An n
/// log n algorithm for minimizing states in a finite automaton", 1971, in its plain form): first
/// every gap for a member is empty; then, round by round, each gap gets what the member's hash was
/// in the round before, until a round tells no more members apart. A group's hash is that of its
/// members' sorted hashes, and a member's that of the group and its own.
///
/// Equal hashes mean equal functions: they say that two groups fall into the same classes, that the
/// members of a class have the same form, and that their gaps lead to the same classes. Two
/// functions that differ in a call, however deep, would differ in a class.
final class Groups {
  private static final byte[] EMPTY = new byte[Hash.SIZE];

  private final Map<Node, NormalForm> forms;
  private final Map<Node, Hash> hashes = new HashMap<>();

  private Groups(Map<Node, NormalForm> forms) {
    this.forms = forms;
  }

  /// The hash of each form.
  static Map<Node, Hash> hashes(Map<Node, NormalForm> forms) {
    var uses = new HashMap<Node, Set<Node>>();
    forms.forEach((node, form) -> uses.put(node, form.uses()));
    var groups = new Groups(forms);
    new Components<>(uses).all().forEach(groups::group);
    return groups.hashes;
  }

  private void group(List<Node> members) {
    var now = round(members, Map.of());
    int classes = 0;
    while (classes < classes(now)) {
      classes = classes(now);
      now = round(members, now);
    }
    var sorted = now.values().stream().sorted().toList();
    for (var entry : now.entrySet()) {
      var bytes = new CanonicalBytes().tag(Tags.GROUP).raw(entry.getValue().toByteArray());
      bytes.count(sorted.size());
      sorted.forEach(hash -> bytes.raw(hash.toByteArray()));
      hashes.put(entry.getKey(), Hash.ofBytes(bytes.toBytes()));
    }
  }

  private static int classes(Map<Node, Hash> round) {
    return new HashSet<>(round.values()).size();
  }

  /// @param before the members' hashes in the round before; empty in the first
  private Map<Node, Hash> round(List<Node> members, Map<Node, Hash> before) {
    var group = Set.copyOf(members);
    var now = new HashMap<Node, Hash>();
    for (var member : members) {
      now.put(
          member,
          form(member).hash(used -> group.contains(used) ? own(used, before) : known(used)));
    }
    return now;
  }

  private NormalForm form(Node node) {
    return Objects.requireNonNull(forms.get(node));
  }

  private static byte[] own(Node member, Map<Node, Hash> before) {
    var hash = before.get(member);
    return hash == null ? EMPTY : hash.toByteArray();
  }

  /// Components come behind those that they lead to, so what is used is hashed.
  private byte[] known(Node used) {
    return Objects.requireNonNull(hashes.get(used), used.path()).toByteArray();
  }
}
