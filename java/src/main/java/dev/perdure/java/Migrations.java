package dev.perdure.java;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads and checks the functions that make an object of a type of one of an old shape (E26).
final class Migrations {
  private static final String REMEDY =
      "Declare it in the record, sealed interface or enum as a static method that takes the old"
          + " shape and returns the type";

  private final Classes classes;
  private final Members members;
  private final Functions functions;
  private final Map<String, TypeShape> shapes;
  private final Findings findings;

  Migrations(
      Classes classes,
      Members members,
      Functions functions,
      Map<String, TypeShape> shapes,
      Findings findings) {
    this.classes = classes;
    this.members = members;
    this.functions = functions;
    this.shapes = shapes;
    this.findings = findings;
  }

  /// The migrations of a type of values, in the order in which reading looks at them.
  ///
  /// @param parameters of the type
  static List<TypeShape.Migration> of(UserClass type, List<String> parameters, Findings findings) {
    var migrations = new ArrayList<TypeShape.Migration>();
    for (var method : type.methods()) {
      if (isMarked(method)) {
        var signature = TypeReader.signature(method.model());
        if (makes(method, signature, Names.binary(type.name()), parameters.size())) {
          migrations.add(
              new TypeShape.Migration(
                  method.member().name(),
                  variables(signature.result()),
                  signature.parameters().getFirst()));
        } else {
          findings.add(
              JavaCode.JAVA_MIGRATION,
              method + " makes no " + Names.text(type.name()) + " of one old shape",
              method.place(),
              REMEDY);
        }
      }
    }
    migrations.sort(Comparator.comparing(each -> Shapes.name(each.old())));
    return migrations;
  }

  private static boolean isMarked(UserMethod method) {
    return Annotations.has(method.model(), Annotations.MIGRATES);
  }

  private static boolean makes(
      UserMethod method, FrozenFunction.Signature signature, String type, int parameters) {
    return method.isStatic()
        && signature.parameters().size() == 1
        && signature.result() instanceof TypeRef.Named made
        && made.className().equals(type)
        && variables(made).size() == parameters;
  }

  // Each type parameter of the function once.
  private static List<String> variables(TypeRef made) {
    return made instanceof TypeRef.Named named
        ? named.arguments().stream()
            .filter(TypeRef.Variable.class::isInstance)
            .map(each -> ((TypeRef.Variable) each).name())
            .distinct()
            .toList()
        : List.of();
  }

  void check(Collection<UserClass> included) {
    for (var type : included) {
      var shape = shapes.get(Names.binary(type.name()));
      for (var method : type.methods()) {
        if (isMarked(method)) {
          computesOnly(method);
          if (shape == null && !Types.isValue(type)) {
            findings.add(
                JavaCode.JAVA_MIGRATION,
                method + " is in no type of values",
                method.place(),
                REMEDY);
          }
        }
      }
      if (shape != null && !shape.migrations().isEmpty()) {
        told(shape, type);
      }
    }
  }

  // Values are read at the border too, where no task runs, and whenever a replay comes by.
  private void computesOnly(UserMethod method) {
    var reach = new Reach(classes);
    reach.start(method);
    for (var node : reach.nodes()) {
      for (var use : node.method().uses()) {
        if (use instanceof Use.Call call && asks(call, node.method())) {
          findings.add(
              JavaCode.JAVA_MIGRATION,
              call.member().text() + " is asked by a migration, which only computes",
              reach,
              node,
              call.line(),
              "Leave it to the function that reads the value");
        }
      }
    }
  }

  private boolean asks(Use.Call call, UserMethod caller) {
    return functions.of(call, caller) != null
        || call.member().owner().startsWith("dev/perdure/api/")
        || (Classes.isPlatform(call.member().owner())
            && members.of(call.member()) instanceof Verdict.Rewritten(_, var asks)
            && asks);
  }

  // Reading takes the type itself if a value suits it, so an old shape has to look different.
  private void told(TypeShape shape, UserClass type) {
    if (comesBack(shape.className(), shape, new HashSet<>())) {
      findings.add(
          JavaCode.JAVA_MIGRATION,
          "The old shapes of " + Names.text(type.name()) + " come back to it",
          type.place(),
          "Let each old shape be made of older ones only");
      return;
    }
    var look = new Shapes(shapes);
    for (var each : shape.migrations()) {
      if (look.suits(new TypeRef.Named(shape.className(), variables(shape)), each.old())) {
        never(type, each, "the type itself");
      }
      for (var other : shape.migrations()) {
        if (!other.equals(each) && look.suits(other.old(), each.old())) {
          never(type, each, other.method());
        }
      }
    }
  }

  private static List<TypeRef> variables(TypeShape shape) {
    return Shapes.parameters(shape).stream().<TypeRef>map(TypeRef.Variable::new).toList();
  }

  private boolean comesBack(String type, TypeShape at, Set<String> seen) {
    for (var each : at.migrations()) {
      var old = Shapes.name(Shapes.inside(each.old()));
      var next = shapes.get(old);
      if (old.equals(type) || (next != null && seen.add(old) && comesBack(type, next, seen))) {
        return true;
      }
    }
    return false;
  }

  private void never(UserClass type, TypeShape.Migration migration, String by) {
    findings.add(
        JavaCode.JAVA_MIGRATION,
        Names.text(type.name())
            + "."
            + migration.method()
            + " would not be called: what is written as "
            + migration.old()
            + " is read by "
            + by,
        type.place(),
        "Give a component that means something else another name, and migrate the type that"
            + " changed, not one around it");
  }
}
