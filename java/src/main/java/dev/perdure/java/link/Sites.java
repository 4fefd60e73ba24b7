package dev.perdure.java.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The routed call sites of one universe: one mutable call site for each function and type of call.
///
/// A function is *direct* at first: its sites link to the method of the same universe, and the JIT
/// compiler sees a plain call. *Dispatched*, they link to a handle of the driver, which decides. A
/// change is seen by every thread before the call that made it returns. Thread-safe.
public final class Sites {
  /// What a dispatcher looks like: function, receiver (null if static), arguments, result.
  public static final MethodType DISPATCHER =
      MethodType.methodType(Object.class, String.class, Object.class, Object[].class);

  // Guarded by this.
  private final Map<Key, Site> sites = new HashMap<>();
  private final Map<String, MethodHandle> dispatchers = new HashMap<>();

  /// No sites yet.
  public Sites() {}

  record Key(String function, MethodType type, boolean receiver) {}

  private record Site(MutableCallSite site, MethodHandle direct) {}

  /// Links the calls of a function to its implementation in this universe.
  public synchronized void direct(String function) {
    dispatchers.remove(function);
    relink(function);
  }

  /// Links the calls of a function, those not linked yet too, to a dispatcher.
  ///
  /// @param dispatcher of type [#DISPATCHER]; what it returns is cast to the type of the call
  public synchronized void dispatch(String function, MethodHandle dispatcher) {
    if (!dispatcher.type().equals(DISPATCHER)) {
      throw new IllegalArgumentException("A dispatcher has the type " + DISPATCHER);
    }
    dispatchers.put(function, dispatcher);
    relink(function);
  }

  synchronized CallSite link(Key key, MethodHandle direct) {
    return sites
        .computeIfAbsent(
            key, _ -> new Site(new MutableCallSite(target(key, direct)), direct.asType(key.type())))
        .site();
  }

  private void relink(String function) {
    List<MutableCallSite> changed = new ArrayList<>();
    sites.forEach((key, site) -> {
      if (key.function().equals(function)) {
        site.site().setTarget(target(key, site.direct()));
        changed.add(site.site());
      }
    });
    MutableCallSite.syncAll(changed.toArray(MutableCallSite[]::new));
  }

  private MethodHandle target(Key key, MethodHandle direct) {
    @Nullable MethodHandle dispatcher = dispatchers.get(key.function());
    return dispatcher == null ? direct.asType(key.type()) : spread(key, dispatcher);
  }

  private static MethodHandle spread(Key key, MethodHandle dispatcher) {
    var named = MethodHandles.insertArguments(dispatcher, 0, key.function());
    var bound = key.receiver() ? named : MethodHandles.insertArguments(named, 0, (Object) null);
    var arguments = key.type().parameterCount() - (key.receiver() ? 1 : 0);
    return bound.asCollector(Object[].class, arguments).asType(key.type());
  }
}
