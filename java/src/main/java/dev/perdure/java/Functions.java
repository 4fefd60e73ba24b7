package dev.perdure.java;

import dev.perdure.java.Use.Call;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which methods are routed, and by which function name.
///
/// Routed are the annotated methods, the methods that implement an annotated one of an interface,
/// and the bridges that compilers write in front of either: calling any of them is calling the
/// function.
final class Functions {
  private final Classes classes;
  private final Map<UserMethod, String> names = new LinkedHashMap<>();
  private final Set<UserClass> seen = new LinkedHashSet<>();

  Functions(Classes classes) {
    this.classes = classes;
  }

  /// Takes in the routed methods of a class; true if it has any with code that was not known.
  boolean add(UserClass type) {
    if (!seen.add(type)) {
      return false;
    }
    var before = names.size();
    for (var method : type.methods()) {
      var name = annotated(method);
      if (name != null) {
        names.put(method.isBridge() ? behind(method) : method, name);
      }
    }
    type.methods().stream().filter(UserMethod::isBridge).forEach(this::addBridge);
    return names.size() > before;
  }

  /// The function that a method is, or null.
  @Nullable String name(UserMethod method) {
    add(method.owner());
    return names.get(method);
  }

  /// Routed methods of a class, without bridges.
  Collection<UserMethod> of(UserClass type) {
    add(type);
    return type.methods().stream().filter(m -> names.containsKey(m) && !m.isBridge()).toList();
  }

  /// All routed methods known so far, with their function names; bridges too.
  Map<UserMethod, String> all() {
    return names;
  }

  /// The function that a call reaches, or null. What a bridge calls it has been routed to already.
  @Nullable String of(Call call, UserMethod caller) {
    var method = classes.resolve(call.member());
    var name = method == null ? null : name(method);
    return caller.isBridge() && name(caller) != null ? null : name;
  }

  // Its own annotation, or that of the interface method that it implements.
  private @Nullable String annotated(UserMethod method) {
    var own = Annotations.routedName(method);
    if (own != null || !method.isVirtual()) {
      return own;
    }
    for (var type : classes.supertypes(method.owner().name())) {
      if (type instanceof UserClass user && user.isInterface() && user != method.owner()) {
        var declared = user.method(method.signature());
        var name = declared == null ? null : Annotations.routedName(declared);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private void addBridge(UserMethod bridge) {
    var name = names.get(behind(bridge));
    if (name != null) {
      names.put(bridge, name);
    }
  }

  // The method that a bridge of a compiler stands in front of; itself if it calls none.
  private static UserMethod behind(UserMethod bridge) {
    for (var use : bridge.uses()) {
      if (use instanceof Call call && call.member().name().equals(bridge.member().name())) {
        var method = bridge.owner().method(call.member().signature());
        if (method != null) {
          return method;
        }
      }
    }
    return bridge;
  }
}
