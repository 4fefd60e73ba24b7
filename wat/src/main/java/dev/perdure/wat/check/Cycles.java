package dev.perdure.wat.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes of a graph that lead back to themselves: R. Tarjan, "Depth-first search and linear
/// graph algorithms", SIAM J. Comput. 1972.
final class Cycles {
  private final Map<String, Set<String>> edges;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> open = new ArrayList<>();
  private final Set<String> isOpen = new HashSet<>();
  private final Set<String> found = new HashSet<>();

  private Cycles(Map<String, Set<String>> edges) {
    this.edges = edges;
  }

  /// @param edges where each node leads; what is no key leads nowhere
  static Set<String> of(Map<String, Set<String>> edges) {
    var cycles = new Cycles(edges);
    for (var node : edges.keySet()) {
      if (!cycles.numbers.containsKey(node)) {
        cycles.visit(node);
      }
    }
    return cycles.found;
  }

  private int visit(String node) {
    int number = numbers.size();
    numbers.put(node, number);
    open.add(node);
    isOpen.add(node);
    int low = number;
    for (var next : edges.getOrDefault(node, Set.of())) {
      if (!edges.containsKey(next)) {
        continue;
      }
      if (!numbers.containsKey(next)) {
        low = Math.min(low, visit(next));
      } else if (isOpen.contains(next)) {
        low = Math.min(low, numbers.get(next));
      }
    }
    if (low == number) {
      close(node);
    }
    return low;
  }

  /// All that were opened behind the node lead to it, and it to them.
  private void close(String node) {
    var circle = open.subList(open.lastIndexOf(node), open.size());
    if (circle.size() > 1 || edges.getOrDefault(node, Set.of()).contains(node)) {
      found.addAll(circle);
    }
    circle.forEach(isOpen::remove);
    circle.clear();
  }
}
