package dev.perdure.wat.check;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.List;

/// The type of branches that must agree; one that never gives a value takes the others' type.
///
/// Which of them is wrong when they do not is known at the end only: if something wants a type of
/// the whole form, such as the declared result of the function, the branches that do not give it
/// are reported, else those that do not give what the first one gives.
final class Join {
  private final Body body;
  private final String head;
  private final List<Branch> branches;

  private Join(Body body, String head, List<Branch> branches) {
    this.body = body;
    this.head = head;
    this.branches = branches;
  }

  /// One branch.
  ///
  /// @param param how it is named in reports
  record Branch(String param, Core value) {
    private boolean isNever() {
      return Type.is(value.type(), Basic.NEVER.name());
    }
  }

  /// What the form gives.
  static Type of(Body body, String head, List<Branch> branches) {
    var giving = branches.stream().filter(branch -> !branch.isNever()).toList();
    return giving.isEmpty() ? Basic.NEVER : new Join(body, head, giving).type();
  }

  private Type type() {
    var unifier = body.cx().unifier();
    var first = first();
    boolean agree = true;
    for (var branch : branches) {
      agree &= unifier.unify(first, branch.value().type());
    }
    if (agree) {
      return first;
    }
    var wanted = body.cx().unknown();
    body.overloads()
        .atEnd(() -> {
          if (Type.isUnknown(wanted) || !report(wanted)) {
            report(first);
          }
        });
    return wanted;
  }

  private Type first() {
    return branches.getFirst().value().type();
  }

  /// Reports the branches that do not give the type; whether there is one.
  private boolean report(Type wanted) {
    boolean isAny = false;
    for (var branch : branches) {
      var value = branch.value();
      if (!body.cx().unifier().couldAssign(value.type(), wanted)) {
        body.error(
            Faults.mismatch(
                head,
                branch.param(),
                wanted,
                value.type(),
                value.span(),
                Remedies.of(body.cx(), value, wanted)));
        isAny = true;
      }
    }
    return isAny;
  }
}
