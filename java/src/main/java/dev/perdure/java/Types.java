package dev.perdure.java;

import dev.perdure.engine.Message;
import java.lang.classfile.Attributes;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Checks that what crosses the border of a universe is made of values, and collects its types.
final class Types {
  private static final String REMEDY =
      "Use records, sealed interfaces, enums, List, Set, Map, Optional, primitives, String,"
          + " BigDecimal, BigInteger, java.time, UUID or byte[]";

  private final Classes classes;
  private final Findings findings;
  private final SortedMap<String, TypeShape> shapes = new TreeMap<>();
  private final SortedMap<String, FrozenEffect> effects = new TreeMap<>();
  private final Map<String, UserMethod> messages = new HashMap<>();
  private final SortedMap<String, FrozenFunction.Place> missing = new TreeMap<>();

  Types(Classes classes, Findings findings) {
    this.classes = classes;
    this.findings = findings;
  }

  /// The types of all signatures so far, by binary name.
  SortedMap<String, TypeShape> shapes() {
    return shapes;
  }

  /// The classes in signatures that the source lacks, by internal name, each with a place that
  /// names it.
  SortedMap<String, FrozenFunction.Place> missing() {
    return missing;
  }

  SortedMap<String, FrozenEffect> frozenEffects() {
    return effects;
  }

  /// Takes in the signatures of functions.
  void functions(Collection<UserMethod> methods) {
    methods.stream().filter(method -> !method.isAbstract()).forEach(this::method);
  }

  /// Takes in effect interfaces.
  void effects(Collection<UserClass> interfaces) {
    for (var type : interfaces) {
      var name = Names.binary(type.name());
      if (!effects.containsKey(name)) {
        effects.put(name, effect(type));
      }
    }
  }

  /// Takes in the types of the fields of an exception if all are values: then the fields cross with
  /// it. If one is not, none does, and nothing is wrong.
  void exception(UserClass type) {
    var ofFields = new Types(classes, new Findings());
    type.model().fields().stream()
        .filter(f -> !f.flags().has(AccessFlag.STATIC) && !f.flags().has(AccessFlag.TRANSIENT))
        .map(f -> TypeReader.type(f, f.fieldTypeSymbol()))
        .forEach(ref -> ofFields.new Walk(type.name(), type.place(0)).type(ref, List.of(), 0));
    if (ofFields.findings.all().isEmpty() && ofFields.missing.isEmpty()) {
      shapes.putAll(ofFields.shapes());
    }
  }

  private FrozenEffect effect(UserClass type) {
    var methods =
        type.methods().stream()
            .filter(UserMethod::isAbstract)
            .sorted(Comparator.comparing(UserMethod::signature))
            .toList();
    methods.forEach(this::method);
    messages(type, methods);
    return new FrozenEffect(
        Names.binary(type.name()), methods.stream().map(this::effectMethod).toList());
  }

  private FrozenEffect.Method effectMethod(UserMethod method) {
    return new FrozenEffect.Method(
        method.member().name(),
        method.member().descriptor(),
        TypeReader.signature(method.model()),
        Annotations.has(method.model(), Annotations.READ_ONLY),
        Annotations.has(method.model(), Annotations.IDEMPOTENT),
        new PerformPolicy(method, findings).options(),
        message(method));
  }

  /// What a method receives that is not performed; null if it is.
  static @Nullable Message message(UserMethod method) {
    if (Annotations.has(method.model(), Annotations.PROMISE)) {
      return Message.PROMISE;
    }
    return Annotations.has(method.model(), Annotations.SIGNAL) ? Message.SIGNAL : null;
  }

  /// A message has nothing to be asked with, and needs nobody to perform it; and its name tells its
  /// type.
  private void messages(UserClass type, List<UserMethod> methods) {
    var received = methods.stream().filter(m -> message(m) != null).toList();
    if (!received.isEmpty() && received.size() < methods.size()) {
      findings.add(
          JavaCode.JAVA_MESSAGE,
          Names.text(type.name()) + " has methods that are performed and ones that receive",
          type.place(0),
          "Put the methods marked with @Signal and @Promise into an interface of their own");
    }
    for (var method : received) {
      var result = method.member().descriptor();
      if (!result.startsWith("()")) {
        findings.add(
            JavaCode.JAVA_MESSAGE,
            method + " receives a message, and has parameters",
            type.place(0),
            "Remove them; what a message says is the result");
      }
      var before = messages.putIfAbsent(method.member().name(), method);
      if (before != null && !before.member().descriptor().equals(result)) {
        findings.add(
            JavaCode.JAVA_MESSAGE,
            method + " receives another type than " + before + ", under the same name",
            type.place(0),
            "Give one of the two another name");
      }
    }
  }

  private void method(UserMethod method) {
    var signature = TypeReader.signature(method.model());
    var place = method.owner().place(method.place().line());
    for (var i = 0; i < signature.parameters().size(); i++) {
      var path = method + ", parameter " + (i + 1);
      new Walk(path, place).type(signature.parameters().get(i), List.of(), 0);
    }
    if (!signature.result().equals(new TypeRef.Primitive("void"))) {
      new Walk(method + ", result", place).type(signature.result(), List.of(), 0);
    }
  }

  // A walk through the types that one parameter or result is made of. The path says to people where
  // it stands.
  private final class Walk {
    private final String path;
    private final FrozenFunction.Place place;

    Walk(String path, FrozenFunction.Place place) {
      this.path = path;
      this.place = place;
    }

    // variables: the type parameters in scope
    void type(TypeRef type, List<String> variables, int depth) {
      if (depth > Limits.TYPE_DEPTH_MAX) {
        refuse(type, "is nested too deep");
        return;
      }
      switch (type) {
        case TypeRef.Primitive _ -> {}
        case TypeRef.ArrayOf(TypeRef.Primitive(var name)) when name.equals("byte") -> {}
        case TypeRef.ArrayOf _ -> refuse(type, "is an array");
        case TypeRef.Variable(var name) when variables.contains(name) -> {}
        case TypeRef.Variable _ -> refuse(type, "is known at the call only");
        case TypeRef.Unknown _ -> refuse(type, "is no type to read a value as");
        case TypeRef.Named named -> named(named, variables, depth);
      }
    }

    // Whether a class cannot be had, so that nothing can be said of it; notes it.
    private boolean isAbsent(String className) {
      var name = Names.internal(className);
      if (!classes.isAbsent(name)) {
        return false;
      }
      if (!classes.isUnusable(name)) {
        missing.putIfAbsent(name, place);
      }
      return true;
    }

    private void named(TypeRef.Named named, List<String> variables, int depth) {
      if (isAbsent(named.className())) {
        return;
      }
      var parameters = parameters(named);
      if (parameters < 0) {
        refuse(named, "is no value");
      } else if (parameters != named.arguments().size()) {
        refuse(named, "is written without its type arguments");
      }
      for (var argument : named.arguments()) {
        new Walk(path + " > " + Names.text(Names.internal(named.className())), place)
            .type(argument, variables, depth + 1);
      }
    }

    // How many type arguments it takes; -1 if it is no type of values. Takes in its shape.
    private int parameters(TypeRef.Named named) {
      var platform = ValueTypes.parameters(named.className());
      if (platform >= 0) {
        return platform;
      }
      var type = classes.user(Names.internal(named.className()));
      return type == null || !isValue(type) ? -1 : shape(type).size();
    }

    private List<String> shape(UserClass type) {
      var name = Names.binary(type.name());
      var parameters = TypeReader.parameters(type.model());
      if (!shapes.containsKey(name)) {
        shapes.put(name, new TypeShape.EnumShape(name, List.of(), List.of(), List.of()));
        shapes.put(name, newShape(type, name, parameters));
      }
      return parameters;
    }

    private TypeShape newShape(UserClass type, String name, List<String> parameters) {
      var former = Annotations.formerNames(type.model());
      var migrations = migrations(type, parameters);
      if (type.isRecord()) {
        return new TypeShape.RecordShape(
            name, former, parameters, components(type, parameters), migrations);
      }
      if (type.isEnum()) {
        return new TypeShape.EnumShape(name, former, constants(type), migrations);
      }
      return new TypeShape.SealedShape(name, former, parameters, permitted(type), migrations);
    }

    private List<TypeShape.Migration> migrations(UserClass type, List<String> parameters) {
      var migrations = Migrations.of(type, parameters, findings);
      for (var each : migrations) {
        new Walk(path + " > " + Names.text(type.name()) + "." + each.method(), place)
            .type(each.old(), each.parameters(), 0);
      }
      return migrations;
    }

    private List<TypeShape.Component> components(UserClass type, List<String> parameters) {
      var record = type.model().findAttribute(Attributes.record()).orElseThrow();
      return record.components().stream().map(each -> component(type, each, parameters)).toList();
    }

    private TypeShape.Component component(
        UserClass type, RecordComponentInfo component, List<String> parameters) {
      var ref = TypeReader.type(component, component.descriptorSymbol());
      var name = component.name().stringValue();
      new Walk(path + " > " + Names.text(type.name()) + "." + name, place).type(ref, parameters, 0);
      return new TypeShape.Component(name, Annotations.formerNames(component), ref);
    }

    private List<String> permitted(UserClass type) {
      var permitted = type.model().findAttribute(Attributes.permittedSubclasses()).orElseThrow();
      var names =
          permitted.permittedSubclasses().stream()
              .map(entry -> Names.binary(entry.asInternalName()))
              .toList();
      for (var name : names) {
        variant(type, name);
      }
      return names;
    }

    private void variant(UserClass type, String name) {
      if (isAbsent(name)) {
        return;
      }
      var variant = classes.user(Names.internal(name));
      if (variant == null || !isValue(variant)) {
        new Walk(path + " > " + Names.text(type.name()), place)
            .refuse(new TypeRef.Named(name, List.of()), "is no value");
      } else {
        new Walk(path + " > " + Names.text(type.name()), place).shape(variant);
      }
    }

    private void refuse(TypeRef type, String why) {
      findings.add(
          JavaCode.JAVA_TYPE, "The type " + type + " of " + path + " " + why, place, REMEDY);
    }
  }

  private static List<TypeShape.Constant> constants(UserClass type) {
    return type.model().fields().stream()
        .filter(field -> field.flags().has(AccessFlag.ENUM))
        .map(field ->
            new TypeShape.Constant(field.fieldName().stringValue(), Annotations.formerNames(field)))
        .toList();
  }

  /// Whether it is a record, an enum or a sealed interface.
  static boolean isValue(@Nullable UserClass type) {
    return type != null && (type.isRecord() || type.isEnum() || type.isSealedInterface());
  }
}
