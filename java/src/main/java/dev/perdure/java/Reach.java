package dev.perdure.java;

import dev.perdure.java.Use.Call;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The code that can run, found from where it starts: every method on some path of calls.
///
/// A virtual call reaches what it resolves to and every override in a class that reachable code
/// makes instances of. A class that is made can be called by the JDK through every method it
/// overrides of the JDK. Code that runs in a static initialiser is followed apart from the rest: it
/// runs once a universe, not once a task, and obeys more rules.
final class Reach {
  /// A method as it runs.
  ///
  /// @param inStaticInit whether within a static initialiser
  record Node(UserMethod method, boolean inStaticInit) {}

  /// How a node was found first.
  ///
  /// @param line the line in the caller
  record Step(@Nullable Node from, int line) {}

  private record Called(String owner, String signature, boolean inStaticInit) {}

  private final Classes classes;
  private final Map<Node, Step> steps = new LinkedHashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Map<UserClass, Step> made = new LinkedHashMap<>();
  private final Set<UserClass> initialised = new LinkedHashSet<>();
  private final Map<String, Step> mentioned = new LinkedHashMap<>();
  // Virtual calls seen, by signature, each with its first step.
  private final Map<String, Map<Called, Step>> called = new LinkedHashMap<>();

  Reach(Classes classes) {
    this.classes = classes;
  }

  /// Code that the engine itself calls.
  void start(UserMethod method) {
    visit(method, false, new Step(null, 0));
    settle();
  }

  /// A class of functions, which the engine makes instances of.
  void startMaking(UserClass type) {
    made(type.name(), false, new Step(null, 0));
    type.methods().stream()
        .filter(method -> method.member().isConstructor())
        .forEach(method -> visit(method, false, new Step(null, 0)));
    settle();
  }

  /// A type of values, which the engine makes and reads.
  void startWhole(UserClass type) {
    made(type.name(), false, new Step(null, 0));
    type.methods().stream()
        .filter(method -> !method.isLambdaBody() && !method.has(AccessFlag.NATIVE))
        .filter(method -> !method.member().name().equals(Member.STATIC_INIT))
        .forEach(method -> visit(method, false, new Step(null, 0)));
    settle();
  }

  Collection<Node> nodes() {
    return steps.keySet();
  }

  boolean contains(UserMethod method) {
    return steps.containsKey(new Node(method, false)) || steps.containsKey(new Node(method, true));
  }

  /// All classes that reachable code names, in the order they were found, with the first place.
  Map<String, Step> mentioned() {
    return mentioned;
  }

  /// Classes that instances are made of.
  Set<UserClass> made() {
    return made.keySet();
  }

  /// The calls that lead to a node, from where it starts to the node itself.
  List<Step> path(Node node) {
    var path = new ArrayList<Step>();
    var step = new Step(node, 0);
    while (step.from() != null) {
      path.addFirst(step);
      var before = steps.get(step.from());
      step = before == null ? new Step(null, 0) : before;
    }
    return path;
  }

  private void settle() {
    while (!open.isEmpty()) {
      var node = open.pop();
      node.method().uses().forEach(use -> use(node, use));
    }
  }

  private void visit(UserMethod method, boolean inStaticInit, Step step) {
    var node = new Node(method, inStaticInit);
    if (steps.putIfAbsent(node, step) == null) {
      mention(method.owner().name(), step);
      open.push(node);
    }
  }

  private void use(Node node, Use use) {
    var step = new Step(node, use.line());
    var init = node.inStaticInit();
    switch (use) {
      case Call call -> call(call, init, step);
      case Use.Field field -> field(field, step);
      case Use.New created -> made(created.className(), init, step);
      case Use.Mention mention -> mention(mention.className(), step);
      case Use.Bootstrap bootstrap -> bootstrap(bootstrap, init, step);
      case Use.Catch _, Use.Monitor _, Use.Lambda _ -> {}
    }
  }

  private void call(Call call, boolean init, Step step) {
    var method = classes.resolve(call.member());
    if (call.kind() == Use.Kind.STATIC || call.kind() == Use.Kind.NEW) {
      initialise(call.member().owner(), step);
    }
    if (method != null) {
      visit(method, init, step);
    }
    if (call.kind() == Use.Kind.VIRTUAL || call.kind() == Use.Kind.INTERFACE) {
      calledVirtually(new Called(call.member().owner(), call.member().signature(), init), step);
    }
  }

  private void bootstrap(Use.Bootstrap bootstrap, boolean init, Step step) {
    var method = classes.resolve(bootstrap.member());
    if (method != null) {
      initialise(bootstrap.member().owner(), step);
      visit(method, init, step);
    }
  }

  private void field(Use.Field field, Step step) {
    if (field.isStatic()) {
      initialise(field.member().owner(), step);
    }
  }

  private void calledVirtually(Called call, Step step) {
    if (called.computeIfAbsent(call.signature(), _ -> new LinkedHashMap<>()).putIfAbsent(call, step)
        == null) {
      for (var type : List.copyOf(made.keySet())) {
        select(type, call, step);
      }
    }
  }

  private void select(UserClass type, Called call, Step step) {
    if (classes.isSubtype(type.name(), call.owner())) {
      var method = classes.resolve(new Member(type.name(), nameOf(call), typeOf(call)));
      if (method != null) {
        visit(method, call.inStaticInit(), step);
      }
    }
  }

  private static String nameOf(Called call) {
    return call.signature().substring(0, call.signature().indexOf('('));
  }

  private static String typeOf(Called call) {
    return call.signature().substring(call.signature().indexOf('('));
  }

  private void made(String className, boolean init, Step step) {
    var type = classes.user(className);
    mention(className, step);
    if (type == null || made.putIfAbsent(type, step) != null) {
      return;
    }
    initialise(className, step);
    called.values().stream()
        .flatMap(calls -> List.copyOf(calls.entrySet()).stream())
        .toList()
        .forEach(call -> select(type, call.getKey(), call.getValue()));
    overridesOfPlatform(type).forEach(method -> visit(method, init, step));
  }

  // What the JDK may call: methods that override one of a platform class.
  private Collection<UserMethod> overridesOfPlatform(UserClass type) {
    var supertypes = classes.supertypes(type.name());
    Predicate<UserMethod> overrides =
        method ->
            method.isVirtual()
                && supertypes.stream()
                    .anyMatch(known ->
                        known instanceof PlatformClass
                            && known.declaresOverridable(method.signature()));
    return supertypes.stream()
        .filter(UserClass.class::isInstance)
        .map(UserClass.class::cast)
        .flatMap(user -> user.methods().stream())
        .filter(overrides)
        .toList();
  }

  // A class is initialised after its superclass (JLS 12.4.1); interfaces only if they have a
  // reason.
  private void initialise(String className, Step step) {
    for (var known : classes.supertypes(className)) {
      if (known instanceof UserClass user && initialised.add(user)) {
        mention(user.name(), step);
        var initialiser = user.method(Member.STATIC_INIT + "()V");
        if (initialiser != null) {
          visit(initialiser, true, step);
        }
        if (user.isEnum()) {
          enumMethods(user).forEach(method -> visit(method, true, step));
        }
      }
    }
  }

  // The JDK calls them by reflection: Enum.valueOf, EnumMap, EnumSet.
  private static List<UserMethod> enumMethods(UserClass type) {
    return type.methods().stream()
        .filter(m -> m.isStatic() && Set.of("values", "valueOf").contains(m.member().name()))
        .toList();
  }

  private void mention(String className, Step step) {
    if (mentioned.putIfAbsent(className, step) == null) {
      classes.supertypes(className).forEach(known -> mentioned.putIfAbsent(known.name(), step));
    }
  }
}
