package dev.perdure.java;

import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Checks that an instance of a class of functions keeps nothing between calls: its fields are
/// final, and so are those of the classes they are declared as.
///
/// What a field declared as an interface holds is seen where it is assigned, by [FlowCheck].
final class StateCheck {
  private final Classes classes;
  private final Findings findings;
  private final Set<UserClass> seen = new HashSet<>();

  StateCheck(Classes classes, Findings findings) {
    this.classes = classes;
    this.findings = findings;
  }

  void check(Collection<UserClass> madeByTheEngine) {
    madeByTheEngine.forEach(type -> type(type, Names.text(type.name())));
  }

  private void type(UserClass type, String path) {
    if (type.isTrusted() || type.isInterface() || !seen.add(type)) {
      return;
    }
    for (var known : classes.supertypes(type.name())) {
      if (known instanceof UserClass user) {
        user.model().fields().forEach(field -> field(user, field, path));
      }
    }
  }

  private void field(UserClass type, FieldModel field, String path) {
    var flags = field.flags();
    if (flags.has(AccessFlag.STATIC)) {
      return;
    }
    var name = path + "." + field.fieldName().stringValue();
    if (!flags.has(AccessFlag.FINAL)) {
      findings.add(
          JavaCode.JAVA_HIDDEN_STATE,
          "The field " + name + " can change between calls of a function",
          type.place(),
          "Make it final, or keep the state in a process or the world");
    }
    var held = field.fieldTypeSymbol();
    var user = held.isClassOrInterface() ? classes.user(Names.ofReference(held)) : null;
    if (user != null) {
      type(user, name);
    }
  }
}
