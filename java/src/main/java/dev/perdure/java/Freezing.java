package dev.perdure.java;

import dev.perdure.java.Implementations.Implementation;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// One run of a [Freezer]: find all code, find all problems, write all classes.
final class Freezing {
  private final Members members = Members.TABLE;
  private final Findings findings = new Findings();
  private final ClassSource source;
  private final Classes classes;
  private final Functions functions;
  private final Reach reach;
  private final Types types;
  private final QueryMethods queries;
  private final Set<UserClass> rooted = new LinkedHashSet<>();
  private final Set<UserClass> thrown = new LinkedHashSet<>();
  private final Deque<UserClass> open = new ArrayDeque<>();
  private final ClassFileCheck files;

  Freezing(ClassSource source, SortedSet<String> trusted) {
    this.source = source;
    this.classes = new Classes(source, trusted, findings::add);
    this.functions = new Functions(classes);
    this.reach = new Reach(classes);
    this.types = new Types(classes, findings);
    this.queries = new QueryMethods(findings);
    this.files = new ClassFileCheck(classes, findings);
  }

  /// A class file that breaks the reading of it is to blame; anything else is a bug of ours.
  FreezeResult run(List<String> roots) {
    try {
      return freeze(roots);
    } catch (PerdureException e) {
      throw e;
    } catch (RuntimeException e) {
      if (files.finds(classes.users())) {
        return new FreezeResult.Refused(findings.all());
      }
      throw e;
    }
  }

  private FreezeResult freeze(List<String> roots) {
    roots(roots).forEach(this::root);
    do {
      while (!open.isEmpty()) {
        start(open.pop());
        mentionedUsers().forEach(this::rootIfRouted);
      }
    } while (startThrown() || startQueries() || !open.isEmpty());
    var included = included();
    var found = new Implementations(classes, functions, included, findings).find();
    if (found.isEmpty() && findings.all().isEmpty()) {
      noFunction(roots);
    }
    var constructors = new Constructors(classes, findings).of(found.values());
    check(included);
    found.forEach((name, each) -> new CronPolicy(name, each.method(), findings).declared());
    included.forEach(type -> CronPolicy.checkAllServe(type, functions, findings));
    var written = findings.all().isEmpty() ? written(included) : Map.<String, byte[]>of();
    var problems = findings.all();
    return problems.isEmpty()
        ? frozen(found, constructors, included, written)
        : new FreezeResult.Refused(problems);
  }

  private void check(Collection<UserClass> included) {
    new RoutingCheck(classes, functions, reach, findings).check(included);
    new MissingCheck(classes, types, reach, findings).check();
    new MemberCheck(classes, members, functions, reach, findings).check();
    new ClassCheck(members, reach, findings).check(included);
    new StateCheck(classes, findings).check(rooted);
    queries.checkNone(rooted);
    new Migrations(classes, members, functions, types.shapes(), findings).check(included);
    new FlowCheck(classes, functions, reach, findings, rooted).check();
  }

  private Collection<String> roots(List<String> roots) {
    if (!roots.isEmpty()) {
      return roots;
    }
    Predicate<String> routed =
        name -> {
          var type = classes.user(Names.internal(name));
          return type != null && !functions.of(type).isEmpty();
        };
    return source.classNames().stream().filter(routed).toList();
  }

  private void root(String name) {
    var type = classes.user(Names.internal(name));
    if (type != null) {
      rootNow(type);
    } else if (findings.all().isEmpty()) {
      findings.add(
          Problem.of(
              JavaCode.JAVA_CLASS_MISSING,
              "The class " + name + " is not in the source",
              "Check its name and what is given to read classes from"));
    }
  }

  private void rootIfRouted(UserClass type) {
    if (!functions.of(type).isEmpty()) {
      rootNow(type);
    }
  }

  private void rootNow(UserClass type) {
    if (rooted.add(type)) {
      open.add(type);
    }
  }

  // A class of functions: the engine makes it and calls its routed methods.
  private void start(UserClass type) {
    types.functions(functions.of(type));
    for (var method : functions.of(type)) {
      if (!method.isAbstract()) {
        reach.start(method);
      }
    }
    if (type.isConcrete()) {
      reach.startMaking(type);
      parts(type).forEach(this::rootNow);
    }
    types.effects(effectsUsed());
    startValues();
  }

  // Exceptions cross borders: the engine makes them, and reads what they say.
  private boolean startThrown() {
    boolean more = false;
    for (var type : mentionedUsers()) {
      if (classes.isSubtype(type.name(), "java/lang/Throwable") && thrown.add(type)) {
        reach.startWhole(type);
        types.exception(type);
        rootIfRouted(type);
        more = true;
      }
    }
    startValues();
    return more;
  }

  // Whoever asks about a task has the engine call them.
  private boolean startQueries() {
    boolean more = false;
    for (var type : mentionedUsers()) {
      for (var method : queries.add(type)) {
        types.functions(List.of(method));
        if (!method.isAbstract()) {
          reach.start(method);
        }
        more = true;
      }
    }
    startValues();
    return more;
  }

  // Classes that a constructor takes and that are made along with it.
  private Collection<UserClass> parts(UserClass type) {
    return type.methods().stream()
        .filter(method -> method.member().isConstructor())
        .flatMap(method -> method.model().methodTypeSymbol().parameterList().stream())
        .filter(ClassDesc::isClassOrInterface)
        .map(parameter -> classes.user(Names.ofReference(parameter)))
        .filter(Objects::nonNull)
        .filter(UserClass::isConcrete)
        .toList();
  }

  private void startValues() {
    types.shapes().keySet().forEach(name -> startValue(Names.internal(name)));
  }

  private void startValue(String name) {
    var type = classes.user(name);
    if (type != null) {
      reach.startWhole(type);
    }
  }

  private Collection<UserClass> effectsUsed() {
    return mentionedUsers().stream().filter(type -> type.isAnnotated(Annotations.EFFECT)).toList();
  }

  private Collection<UserClass> mentionedUsers() {
    var users = new ArrayList<UserClass>();
    for (var name : List.copyOf(reach.mentioned().keySet())) {
      var type = classes.user(name);
      if (type != null) {
        users.add(type);
      }
    }
    return users;
  }

  // What can be loaded: all that reachable code names, and the hosts of their nests.
  private Collection<UserClass> included() {
    var all = new LinkedHashSet<>(mentionedUsers());
    for (var type : List.copyOf(all)) {
      var host = classes.nestHost(type);
      if (host != null) {
        all.add(host);
      }
    }
    if (all.size() > Limits.CLASSES_MAX) {
      findings.add(
          Problem.of(
              JavaCode.JAVA_TOO_LARGE,
              "The functions use " + all.size() + " classes; the limit is " + Limits.CLASSES_MAX,
              "Move what is large behind an effect"));
    }
    return all;
  }

  private void noFunction(List<String> roots) {
    findings.add(
        Problem.of(
            JavaCode.JAVA_NO_FUNCTION,
            "No method of " + (roots.isEmpty() ? "the source" : roots) + " is routed",
            "Mark the methods that become functions with @Routed"));
  }

  private Map<String, byte[]> written(Collection<UserClass> included) {
    var rewriter = new Rewriter(classes, functions, members, reach);
    var written = new HashMap<String, byte[]>();
    for (var type : included) {
      written.put(Names.binary(type.name()), files.written(type, () -> rewriter.rewrite(type)));
    }
    return written;
  }

  private Frozen frozen(
      SortedMap<String, Implementation> found,
      SortedMap<String, FrozenConstructor> constructors,
      Collection<UserClass> included,
      Map<String, byte[]> written) {
    var hasher = new Hasher(classes, functions);
    var frozen = new TreeMap<String, FrozenFunction>();
    found.forEach((name, each) -> frozen.put(name, function(each, hasher)));
    return new Frozen(
        hasher.universe(frozen.values()),
        frozen,
        constructors,
        types.frozenEffects(),
        queries.all(),
        types.shapes(),
        trustedPackages(included),
        written);
  }

  private FrozenFunction function(Implementation found, Hasher hasher) {
    var method = found.method();
    var member = method.member();
    var receiver = found.receiver();
    return new FrozenFunction(
        found.function(),
        new FrozenFunction.Method(
            Names.binary(member.owner()),
            member.name(),
            member.descriptor(),
            receiver == null ? "" : Names.binary(receiver.name())),
        TypeReader.signature(method.model()),
        method.place(),
        hasher.hash(found),
        hasher.effects(found),
        new CronPolicy(found.function(), method, findings).declared());
  }

  private static SortedSet<String> trustedPackages(Collection<UserClass> included) {
    var packages = new TreeSet<String>();
    included.stream()
        .filter(UserClass::isTrusted)
        .forEach(type -> packages.add(Names.binary(Names.packageOf(type.name()))));
    return packages;
  }
}
