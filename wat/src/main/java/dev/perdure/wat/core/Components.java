package dev.perdure.wat.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The strongly connected components of a graph: the nodes that lead to each other in circles (R.
/// Tarjan, "Depth-first search and linear graph algorithms", 1972).
public final class Components<T> {
  private final Map<T, ? extends Collection<T>> edges;
  private final Map<T, Integer> number = new HashMap<>();
  private final Map<T, Integer> lowest = new HashMap<>();
  private final Map<T, Integer> component = new HashMap<>();
  private final ArrayDeque<T> open = new ArrayDeque<>();
  private final List<List<T>> all = new ArrayList<>();

  /// @param edges where each node leads to; what is no key of it is no node
  public Components(Map<T, ? extends Collection<T>> edges) {
    this.edges = edges;
    for (var node : edges.keySet()) {
      if (!number.containsKey(node)) {
        visit(node);
      }
    }
  }

  /// All of them, each behind those that it leads to.
  public List<List<T>> all() {
    return List.copyOf(all);
  }

  /// Whether both are nodes of one component.
  public boolean isTogether(T one, T other) {
    var own = component.get(one);
    return own != null && own.equals(component.get(other));
  }

  /// Whether the node leads back to itself.
  public boolean isCircular(T node) {
    var own = component.get(node);
    return own != null && (all.get(own).size() > 1 || next(node).contains(node));
  }

  private void visit(T start) {
    // by hand: the graph is as deep as the program is long
    var path = new ArrayDeque<Visit<T>>();
    path.push(begin(start));
    while (!path.isEmpty()) {
      var visit = path.peek();
      if (visit.rest.hasNext()) {
        var next = visit.rest.next();
        if (!edges.containsKey(next)) {
          continue;
        }
        if (!number.containsKey(next)) {
          path.push(begin(next));
        } else if (!component.containsKey(next)) {
          lowest.merge(visit.node, number.get(next), Math::min);
        }
      } else {
        path.pop();
        end(visit.node);
        if (!path.isEmpty()) {
          lowest.merge(path.peek().node, lowest.get(visit.node), Math::min);
        }
      }
    }
  }

  private Collection<T> next(T node) {
    return Objects.requireNonNull(edges.get(node));
  }

  private record Visit<T>(T node, Iterator<T> rest) {}

  private Visit<T> begin(T node) {
    number.put(node, number.size());
    lowest.put(node, number.get(node));
    open.push(node);
    return new Visit<>(node, next(node).iterator());
  }

  private void end(T node) {
    if (Objects.equals(lowest.get(node), number.get(node))) {
      var members = new ArrayList<T>();
      T member;
      do {
        member = open.pop();
        component.put(member, all.size());
        members.add(member);
      } while (!member.equals(node));
      all.add(members);
    }
  }
}
