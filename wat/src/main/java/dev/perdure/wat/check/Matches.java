package dev.perdure.wat.check;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;

/// `match` (W7.2).
final class Matches {
  static final String MATCH = "wat::core::match";

  private final Checking cx;
  private final Body body;
  private final Exhaustive exhaustive;

  Matches(Checking cx, Body body) {
    this.cx = cx;
    this.body = body;
    this.exhaustive = new Exhaustive(cx);
  }

  Core match(Ast ast, List<Ast> items, At at) {
    if (items.stream().anyMatch(item -> item.isSymbol("->"))) {
      throw Faults.form(MATCH, "takes no -> :T", ast.span()).refused();
    }
    if (items.size() < 3) {
      throw Faults.form(MATCH, "takes a subject and at least one arm (pattern body)", ast.span())
          .refused();
    }
    var subject = body.infer(items.get(1), at);
    int slot = at.function().slot(subject.type());
    var whole = new Core.Local(slot, subject.type(), subject.span());
    var cases = new ArrayList<Core.Case>();
    var covered = new ArrayList<Pattern>();
    var branches = new ArrayList<Join.Branch>();
    for (int i = 2; i < items.size(); i++) {
      var arm = arm(items.get(i));
      var name = "arm #" + (i - 1);
      var patterns = new Patterns(body, name);
      var inner = patterns.read(arm.get(0), whole, at);
      var result = body.infer(arm.get(1), inner);
      branches.add(new Join.Branch(name, result));
      cases.add(new Core.Case(patterns.steps(), result));
      covered.add(patterns.covered());
    }
    var arms = items.subList(2, items.size());
    body.overloads().atEnd(() -> check(ast, arms, covered, subject));
    var type = Join.of(body, MATCH, branches);
    var result = new Core.Cases(cases, whole, type, ast.span());
    return new Core.Let(slot, subject, result, type, ast.span());
  }

  private void check(Ast ast, List<Ast> arms, List<Pattern> covered, Core subject) {
    if (Type.is(subject.type(), Basic.NEVER.name()) || Type.isUnknown(subject.type())) {
      return;
    }
    var gap = exhaustive.gap(covered, subject.type());
    if (gap != null) {
      // literals that are all there is, as true and false, do not cover a type
      var remedy = gap.equals("_") ? "; let the last one take the rest, (_ …)" : "";
      cx.error(
          Faults.form(
              MATCH,
              "non-exhaustive: no arm takes " + gap + remedy,
              ast.items().getFirst().span()));
      return;
    }
    int unreachable = exhaustive.unreachable(covered, subject.type());
    // what a macro wrote is right for others that use it
    if (unreachable < arms.size() && !arms.get(unreachable).span().equals(ast.span())) {
      cx.warn(Faults.unreachable(arms.get(unreachable), unreachable + 1));
    }
  }

  private static List<Ast> arm(Ast arm) {
    var parts = arm.list();
    if (parts == null || parts.size() != 2) {
      var reason = "an arm is a list of two, (pattern body)";
      throw Faults.form(
              MATCH,
              parts != null && parts.size() > 2 ? reason + "; several forms go in a do" : reason,
              arm.span())
          .refused();
    }
    return parts;
  }
}
