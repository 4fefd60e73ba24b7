package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `(apply f a… [rest…])` where `f` has several clauses (W7): which of them are meant shows when it
/// is known how many elements the vector has, so the call becomes a choice among calls, one for
/// each number of arguments that a clause takes.
final class Applying {
  private static final String APPLY = "wat::core::apply";

  private final Checking cx;
  private final Body body;
  private final Definition.Clauses clauses;
  private final Span span;
  private final At at;

  /// What is given before the vector, and the vector, each in a slot of its own.
  private final List<Core> given = new ArrayList<>();

  private final Type element;
  private Core vector;

  private Applying(Body body, Definition.Clauses clauses, Span span, At at) {
    this.cx = body.cx();
    this.body = body;
    this.clauses = clauses;
    this.span = span;
    this.at = at;
    this.element = cx.fresh();
    this.vector = body.unknown(span);
  }

  static Core apply(Body body, Definition.Clauses clauses, Ast ast, List<Ast> items, At at) {
    return new Applying(body, clauses, ast.span(), at).apply(items.subList(2, items.size()));
  }

  private Core apply(List<Ast> items) {
    var args = items.stream().map(item -> body.infer(item, at)).toList();
    var last = args.getLast();
    if (!cx.unifier().assign(last.type(), Basic.vector(element))) {
      throw Faults.mismatch(
              APPLY,
              "#" + (args.size() + 1),
              Basic.vector(element),
              last.type(),
              last.span(),
              List.of())
          .refused();
    }
    var slots = new ArrayList<Integer>();
    for (var arg : args) {
      slots.add(at.function().slot(arg.type()));
      given.add(new Core.Local(slots.getLast(), arg.type(), arg.span()));
    }
    vector = given.removeLast();
    var choice = choice();
    for (int i = args.size() - 1; i >= 0; i--) {
      choice = new Core.Let(slots.get(i), args.get(i), choice, choice.type(), span);
    }
    return choice;
  }

  /// A call for some length of the vector.
  ///
  /// @param isLeast whether it is for all greater lengths as well
  private record Branch(long length, boolean isLeast, Core call) {}

  private Core choice() {
    var branches = branches();
    if (branches.stream().allMatch(branch -> branch.length() == 0 && !branch.isLeast())) {
      throw noMatch();
    }
    Core choice = none();
    var type = branches.getFirst().call().type();
    for (var branch : branches) {
      choice = new Core.If(isMeant(branch), branch.call(), choice, type, span);
    }
    return choice;
  }

  private Core isMeant(Branch branch) {
    var compared = branch.isLeast() ? "wat::core::i64::>=" : "wat::core::i64::=";
    return primitive(compared, List.of(length(), number(branch.length())), Basic.BOOL);
  }

  /// Those whose results agree, the longest first: what is given nothing may give another type.
  private List<Branch> branches() {
    var branches = new ArrayList<Branch>();
    for (int i = 0; i < clauses.clauses().size(); i++) {
      var signature = clauses.clauses().get(i).signature();
      var call = signature.rest() == null || !branches.isEmpty() ? null : rest(i);
      add(branches, Math.max(0, signature.params().size() - given.size()), true, call);
    }
    for (int arity : arities()) {
      add(branches, (long) arity - given.size(), false, exactly(arity));
    }
    return branches;
  }

  private void add(List<Branch> branches, long length, boolean isLeast, @Nullable Core call) {
    if (call != null
        && (branches.isEmpty()
            || cx.unifier().unify(branches.getFirst().call().type(), call.type()))) {
      branches.add(new Branch(length, isLeast, call));
    }
  }

  /// How many arguments clauses take that take a certain number, the most first.
  private Set<Integer> arities() {
    var arities = new TreeSet<Integer>(Comparator.reverseOrder());
    for (var clause : clauses.clauses()) {
      int arity = clause.signature().params().size();
      if (clause.signature().rest() == null && arity >= given.size()) {
        arities.add(arity);
      }
    }
    return arities;
  }

  /// The call with that many arguments; null if no clause takes them.
  private @Nullable Core exactly(int arity) {
    try {
      return body.overloads().call(clauses, arguments(arity), span, at);
    } catch (Refused e) {
      return null;
    }
  }

  /// What is given and elements of the vector, as many arguments as that.
  private List<Core> arguments(int arity) {
    var arguments = new ArrayList<>(given.subList(0, Math.min(arity, given.size())));
    for (long i = 0; arguments.size() < arity; i++) {
      arguments.add(primitive("wat::core::Vector/nth", List.of(vector, number(i)), element));
    }
    return arguments;
  }

  /// The call of a clause that takes any number of arguments; null if it does not take these.
  private @Nullable Core rest(int clause) {
    var scheme = cx.scheme(clauses, clause);
    if (clauses.clauses().get(clause).guard() != null) {
      return null;
    }
    var bindings = new HashMap<String, Type>();
    scheme.typeParams().forEach(name -> bindings.put(name, cx.fresh()));
    var instance = scheme.instance(bindings, span);
    int fixed = instance.params().size();
    var args = arguments(fixed);
    var more = more(fixed);
    var taken = instance.rest();
    if (taken == null || !cx.unifier().attempt(() -> fit(args, instance.params(), more, taken))) {
      return null;
    }
    var effects = body.calls().performs(scheme, instance, span, at);
    args.add(more);
    return new Core.Call(scheme.name(), args, effects, instance.result(), span);
  }

  private boolean fit(List<Core> args, List<Type> params, Core more, Type rest) {
    for (int i = 0; i < args.size(); i++) {
      if (!cx.unifier().assign(args.get(i).type(), params.get(i))) {
        return false;
      }
    }
    return cx.unifier().assign(more.type(), rest);
  }

  /// The arguments behind so many, as a vector.
  private Core more(int fixed) {
    var type = Basic.vector(element);
    if (given.size() > fixed) {
      var before = given.subList(fixed, given.size());
      var own = new Core.Apply(new Operation.MakeCollection(Basic.VECTOR), before, type, span);
      before.forEach(arg -> cx.unifier().assign(arg.type(), element));
      return primitive("wat::core::Vector/concat", List.of(own, vector), type);
    }
    var more = vector;
    for (int i = given.size(); i < fixed; i++) {
      more = primitive("wat::core::Vector/rest", List.of(more), type);
    }
    return more;
  }

  private Core length() {
    return primitive("wat::core::Vector/length", List.of(vector), Basic.I64);
  }

  private Core number(long value) {
    return new Core.Literal(new Form.Int(value), Basic.I64, span);
  }

  private Core primitive(String path, List<Core> args, Type type) {
    if (!(cx.definition(path) instanceof Definition.Primitive primitive)) {
      throw new IllegalStateException(path + " is no primitive of the library");
    }
    return new Core.Apply(CallCore.primitive(primitive, cx.scheme(primitive)), args, type, span);
  }

  /// No clause takes as many.
  private Core none() {
    var all = new ArrayList<>(given);
    all.add(vector);
    return new Core.Apply(new Operation.NoClause(clauses.name()), all, Basic.NEVER, span);
  }

  private RuntimeException noMatch() {
    var types = new ArrayList<String>();
    given.forEach(arg -> types.add(TypeText.of(arg.type())));
    types.add(TypeText.of(vector.type()));
    return Diagnostic.of(
            Kind.CHECK_NO_MATCHING_CLAUSE_AT_CALL_SITE,
            span,
            "no clause of :%s takes %s as apply gives them".formatted(clauses.name(), types),
            ":" + clauses.name(),
            (long) given.size(),
            types,
            List.of())
        .refused();
  }
}
