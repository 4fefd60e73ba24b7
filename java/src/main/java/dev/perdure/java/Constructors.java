package dev.perdure.java;

import dev.perdure.java.FrozenConstructor.Need;
import dev.perdure.java.Implementations.Implementation;
import java.lang.classfile.Attributes;
import java.lang.classfile.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds out how classes of functions are made: what each parameter of their constructor asks for.
final class Constructors {
  private static final String API = "dev/perdure/api/";
  private static final String REMEDY =
      "Give the class one constructor that takes effect interfaces, capabilities of the API,"
          + " @Previous functions, or classes made the same way";

  private final Classes classes;
  private final Findings findings;
  private final SortedMap<String, FrozenConstructor> found = new TreeMap<>();
  private final Set<UserClass> open = new LinkedHashSet<>();

  Constructors(Classes classes, Findings findings) {
    this.classes = classes;
    this.findings = findings;
  }

  SortedMap<String, FrozenConstructor> of(Collection<Implementation> implementations) {
    for (var each : implementations) {
      var receiver = each.receiver();
      if (receiver != null) {
        add(receiver);
      }
    }
    return found;
  }

  private void add(UserClass type) {
    if (found.containsKey(Names.binary(type.name()))) {
      return;
    }
    if (!open.add(type)) {
      refuse(type, "needs itself to be made");
      return;
    }
    var constructors =
        type.methods().stream().filter(method -> method.member().isConstructor()).toList();
    if (constructors.size() == 1) {
      var needs = needs(type, constructors.getFirst());
      var descriptor = constructors.getFirst().member().descriptor();
      var name = Names.binary(type.name());
      found.put(name, new FrozenConstructor(name, descriptor, needs));
    } else {
      refuse(type, "has " + constructors.size() + " constructors");
    }
    open.remove(type);
  }

  private List<Need> needs(UserClass type, UserMethod constructor) {
    var parameters = constructor.model().methodTypeSymbol().parameterList();
    var generic = TypeReader.signature(constructor.model()).parameters();
    var types =
        generic.size() == parameters.size()
            ? generic
            : parameters.stream().map(each -> TypeReader.type(Signature.of(each))).toList();
    var needs = new ArrayList<Need>();
    for (var i = 0; i < types.size(); i++) {
      var need = isPrevious(constructor, i) ? previous(types.get(i)) : need(types.get(i));
      if (need == null && isAbsent(types.get(i))) {
        continue; // its class file is reported
      }
      if (need == null) {
        refuse(type, "takes a " + types.get(i) + ", which nobody can give it");
      } else {
        needs.add(need);
      }
    }
    return needs;
  }

  private boolean isAbsent(TypeRef type) {
    return type instanceof TypeRef.Named(var className, _)
        && classes.isAbsent(Names.internal(className));
  }

  private static @Nullable Need previous(TypeRef type) {
    return type instanceof TypeRef.Named named
            && named.className().startsWith("java.util.function.")
        ? new Need.PreviousNeed(named)
        : null;
  }

  private @Nullable Need need(TypeRef type) {
    if (!(type instanceof TypeRef.Named(var className, _))) {
      return null;
    }
    var name = Names.internal(className);
    if (name.startsWith(API)) {
      return new Need.CapabilityNeed(className);
    }
    var user = classes.user(name);
    if (user == null) {
      return null;
    }
    if (user.isAnnotated(Annotations.EFFECT)) {
      return new Need.EffectNeed(className);
    }
    if (!user.isConcrete() || user.isEnum()) {
      return null;
    }
    add(user);
    return new Need.PartNeed(className);
  }

  private static boolean isPrevious(UserMethod constructor, int parameter) {
    return constructor
        .model()
        .findAttribute(Attributes.runtimeVisibleParameterAnnotations())
        .map(attribute -> attribute.parameterAnnotations())
        .filter(lists -> parameter < lists.size())
        .map(lists -> Annotations.find(lists.get(parameter), Annotations.PREVIOUS) != null)
        .orElse(false);
  }

  private void refuse(UserClass type, String why) {
    findings.add(
        JavaCode.JAVA_CONSTRUCTOR,
        "The class of functions " + Names.text(type.name()) + " " + why,
        type.place(),
        REMEDY);
  }
}
