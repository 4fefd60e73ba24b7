package dev.perdure.engine;

import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which branches of a task shall stop, and which have been told. A branch is told once; the
/// clean-up code behind that may ask effects and fork as usual.
public final class Cancellations {
  private Map<Branch, String> scopes = Map.of();
  private Set<Branch> told = Set.of();

  /// Nothing is cancelled.
  public Cancellations() {}

  /// Makes a branch and all inside it a cancelled scope. The first reason stays.
  public synchronized void cancel(Branch branch, String why) {
    if (scopes.isEmpty()) {
      scopes = new LinkedHashMap<>(2);
    }
    scopes.putIfAbsent(branch, why);
  }

  /// Whether no branch shall stop.
  synchronized boolean isEmpty() {
    return scopes.isEmpty();
  }

  /// Whether this very branch is a cancelled scope.
  public synchronized boolean cancelled(Branch branch) {
    return scopes.containsKey(branch);
  }

  /// Notes that the branch has been told.
  public synchronized void tell(Branch branch) {
    if (told.isEmpty()) {
      told = new HashSet<>(2);
    }
    told.add(branch);
  }

  /// Whether the branch has been told.
  public synchronized boolean told(Branch branch) {
    return told.contains(branch);
  }

  /// Whether the branch, or one around it inside the scope, has been told: then it belongs to
  /// clean-up code, which is left to finish.
  synchronized boolean toldWithin(Branch branch, Branch scope) {
    for (@Nullable Branch b = branch; b != null && b.within(scope); b = b.parent()) {
      if (told.contains(b)) {
        return true;
      }
    }
    return false;
  }

  /// Why the branch has to stop, if it has to and has not been told: the reason of the nearest
  /// cancelled scope around it. A branch whose ancestor was told inside that scope was forked by
  /// clean-up code and is not told again.
  public synchronized @Nullable String undelivered(Branch branch) {
    if (scopes.isEmpty()) {
      return null;
    }
    for (@Nullable Branch b = branch; b != null; b = b.parent()) {
      if (told.contains(b)) {
        return null;
      }
      var reason = scopes.get(b);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /// The same as it stands now, to be changed by itself.
  public synchronized Cancellations copy() {
    var copy = new Cancellations();
    scopes.forEach(copy::cancel);
    told.forEach(copy::tell);
    return copy;
  }

  synchronized Value describe() {
    return Vec.of(StateText.map(scopes), StateText.set(told));
  }
}
