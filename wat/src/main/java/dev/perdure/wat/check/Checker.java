package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Reference;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.syntax.Move;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Checks a whole program: steps 5 to 9 of the pipeline (W5.1). Goes on after an error, so that all
/// are found at once.
public final class Checker {
  private final Declarations program;
  private final Library library;
  private final TypeTable table;
  private final Checking cx;
  private final TypeChecks typeChecks;
  private final Bodies bodies;
  private final Map<String, Checked.Constant> constants = new LinkedHashMap<>();
  private final Map<String, Scheme> constantSchemes = new HashMap<>();

  /// The constants whose type is being found out: one that needs itself has none.
  private final Set<String> open = new HashSet<>();

  private final Set<String> done = new HashSet<>();

  /// What functions of the program do beside what they say, by their paths: other versions may
  /// serve them.
  private final Map<String, Set<String>> routed;

  /// What need not be checked again, by name.
  private final Map<String, Kept.Function> unchanged = new HashMap<>();

  /// What was found right, by name.
  private final Map<String, Kept.Function> kept = new HashMap<>();

  private Checker(Declarations program, Library library, Map<String, Set<String>> routed) {
    this.routed = routed;
    this.program = program;
    this.library = library;
    this.table = new TypeTable(library::type);
    this.cx = new Checking(program, library, table, this::constant);
    this.typeChecks = new TypeChecks(table, program.failed(), cx.errors(), cx.warnings());
    this.bodies = new Bodies(cx, typeChecks);
  }

  /// The program with its core form and effects, or with what is wrong.
  public static Checked check(Declarations program, Library library) {
    return check(program, library, Origin.NONE);
  }

  /// The same of a program of which is known what it was made of.
  public static Checked check(Declarations program, Library library, Origin origin) {
    return new Checker(program, library, Map.of()).check(origin);
  }

  /// The same of a program that was checked before and changed since: what has not changed, and
  /// does not see what has, is taken over.
  public static Checked check(
      Declarations program, Library library, Origin origin, Checked before) {
    var checker = new Checker(program, library, Map.of());
    if (before.isSound()) {
      checker.takeOver(before, origin);
    }
    return checker.check(origin);
  }

  /// The same of a sound program some of whose functions other versions may serve.
  ///
  /// @param routed what these do beside what they say, by their paths
  public static Checked routed(
      Declarations program, Library library, Map<String, Set<String>> routed) {
    return new Checker(program, library, routed).check(Origin.NONE);
  }

  private void takeOver(Checked before, Origin origin) {
    var moves =
        Unchanged.of(
            new Unchanged.Version(before.declarations(), before.origin()),
            new Unchanged.Version(program, origin));
    if (moves.isEmpty()) {
      return;
    }
    before
        .kept()
        .functions()
        .forEach((name, function) -> {
          var move = moves.get(name);
          if (move != null && function.mayMove(move)) {
            unchanged.put(name, function.at(move));
          } else if (program.definition(name) == null && library.definition(name) != null) {
            unchanged.put(name, function);
          }
        });
    unchanged.values().forEach(function -> cx.take(function.scheme()));
  }

  private Checked check(Origin origin) {
    cx.errors().addAll(program.errors());
    typeChecks.register(program);
    typeChecks.check(program);
    cx.surfaces().satisfied();
    program.redefinitions().forEach(new RedefinitionChecks(cx)::check);
    program.definitions().forEach(this::definition);
    program.extensions().forEach(new ExtensionChecks(cx, bodies)::check);
    program.expressions().forEach(this::expression);
    reachable();
    var schemes = new HashMap<>(cx.schemes());
    schemes.putAll(constantSchemes);
    var solver = new EffectSolver(schemes, this::moved);
    solver.solve();
    new EffectBounds(cx, solver).check(program, bodies.pure());
    unresolved();
    var known = new TreeMap<String, Set<String>>();
    cx.schemes().forEach((name, scheme) -> known.put(name, solver.effects(scheme.body())));
    return new Checked(
        program,
        table,
        unchanged.isEmpty() ? bodies.codes() : new Codes(bodies.codes(), unchanged),
        inOrder(),
        cx.schemes(),
        known,
        new Effects(solver),
        cx.errors(),
        cx.warnings(),
        origin,
        new Kept(kept));
  }

  /// Where a place in a function stands now.
  private Span moved(String function, Span span) {
    var taken = unchanged.get(function);
    return taken == null ? span : taken.moved().of(span);
  }

  /// The constants as they are evaluated: those of the library, then the program's in their order.
  /// A type may have been asked for earlier. Where names are defined again, each stands behind
  /// those that it uses.
  private Map<String, Checked.Constant> inOrder() {
    if (!program.redefinitions().isEmpty()) {
      return constants;
    }
    var ordered = new LinkedHashMap<>(constants);
    for (var definition : program.definitions()) {
      var constant = ordered.remove(definition.name());
      if (constant != null) {
        ordered.put(definition.name(), constant);
      }
    }
    return ordered;
  }

  /// The definitions of the library that are used, and what these use.
  private void reachable() {
    boolean more = true;
    while (more) {
      more = false;
      for (var name : List.copyOf(cx.used())) {
        if (done.add(name)) {
          definition(Objects.requireNonNull(library.definition(name)));
          more = true;
        }
      }
      more |= dispatchers();
    }
  }

  private boolean dispatchers() {
    boolean more = false;
    for (var entry : Map.copyOf(cx.dispatchers()).entrySet()) {
      if (!bodies.codes().containsKey(entry.getKey())) {
        bodies
            .codes()
            .put(entry.getKey(), new Dispatch(cx).clauses(entry.getKey(), entry.getValue()));
        more = true;
      }
    }
    for (var entry : Map.copyOf(cx.methods()).entrySet()) {
      if (!bodies.codes().containsKey(entry.getKey())) {
        bodies
            .codes()
            .put(entry.getKey(), new Dispatch(cx).method(entry.getKey(), entry.getValue()));
        more = true;
      }
    }
    return more;
  }

  private void definition(Definition definition) {
    try {
      switch (definition) {
        case Definition.Constant constant -> constant(constant);
        case Definition.Function function -> function(function);
        case Definition.Clauses clauses -> new ClauseChecks(cx, bodies).check(clauses);
        case Definition.Migration migration -> migration(migration);
        case Definition.Extern extern -> extern(extern);
        case Definition.Primitive primitive -> primitive(primitive);
        case Definition.Alias alias -> alias(alias);
      }
    } catch (Refused refused) {
      cx.error(refused.diagnostic());
    }
  }

  private void alias(Definition.Alias alias) {
    if (cx.definition(alias.target()) == null
        && cx.callee(alias.target()) == null
        && !SpecialForms.NAMES.contains(cx.target(alias.target()))) {
      cx.unresolved(
          new Checking.Unresolved(
              ":" + alias.target(), alias.name(), alias.targetSpan(), cx.similar(alias.target())));
    }
  }

  private void extern(Definition.Extern extern) {
    var scheme = cx.scheme(extern);
    Stream.concat(scheme.params().stream(), Stream.of(scheme.result()))
        .filter(type -> !cx.types().isPortable(type))
        .findFirst()
        .ifPresent(type -> cx.error(Faults.impure(extern.name(), type, extern.span())));
    scheme.body().add(extern.effect(), extern.span());
    var operation = new Operation.Perform(extern.effect(), extern.name());
    bodies
        .codes()
        .put(
            extern.name(),
            Forwarding.code(scheme, operation, UnaryOperator.identity(), extern.span()));
  }

  /// What a primitive does is said in the library; `latent` is what it is given does.
  private void primitive(Definition.Primitive primitive) {
    var scheme = cx.scheme(primitive);
    for (var effect : primitive.effects()) {
      if (effect.equals("latent")) {
        scheme.body().include(ofParameters(scheme));
      } else {
        scheme.body().add(effect, primitive.span());
      }
    }
    scheme.outputs().forEach(output -> output.include(ofParameters(scheme)));
    bodies
        .codes()
        .put(
            primitive.name(),
            Forwarding.code(
                scheme,
                CallCore.primitive(primitive, scheme),
                args -> Told.args(primitive, args, Map.of(), primitive.span()),
                primitive.span()));
  }

  private static EffectVar ofParameters(Scheme scheme) {
    var all = new EffectVar();
    for (int i = 0; i < scheme.inputs().size(); i++) {
      all.include(EffectVar.parameter(i));
    }
    return all;
  }

  private void function(Definition.Function function) {
    var taken = unchanged.get(function.name());
    if (taken == null) {
      checked(function);
    } else {
      cx.scheme(function);
      cx.use(taken.used());
      kept.put(function.name(), taken);
      bodies.codes().put(function.name(), taken.written());
    }
  }

  /// One that nothing is wrong or doubtful with is kept.
  private void checked(Definition.Function function) {
    int found = cx.found();
    var scheme = cx.scheme(function);
    routed
        .getOrDefault(function.name(), Set.of())
        .forEach(effect -> scheme.body().add(effect, function.span()));
    var used = cx.using(() -> bodies.codes().put(function.name(), code(function, scheme)));
    if (cx.found() == found) {
      var code = Objects.requireNonNull(bodies.codes().get(function.name()));
      var here = Move.of(function.span(), function.span());
      kept.put(function.name(), new Kept.Function(scheme, code, used, here));
    }
  }

  private Code code(Definition.Function function, Scheme scheme) {
    return bodies.body(
        scheme,
        function.name(),
        function.signature(),
        function.body(),
        function.captured(),
        function.span());
  }

  private void migration(Definition.Migration migration) {
    var scheme = cx.scheme(migration);
    bodies
        .codes()
        .put(
            migration.name(),
            bodies.body(
                scheme,
                migration.name(),
                migration.signature(),
                migration.body(),
                Map.of(),
                migration.span()));
    bodies
        .pure()
        .add(new Bodies.Pure("migration :" + migration.name(), scheme.body(), migration.span()));
  }

  private void expression(Declarations.Expression expression) {
    var effects = new EffectVar();
    var scope = FunctionScope.topLevel("top-level", effects);
    var body = new Body(cx);
    body.infer(expression.form(), new At(null, scope, expression.captured(), List.of()));
    body.overloads().finish();
    body.written().written().forEach(typeChecks::check);
    bodies.pure().add(new Bodies.Pure("top-level expression", effects, expression.form().span()));
  }

  private Scheme constant(Definition.Constant constant) {
    var known = constantSchemes.get(constant.name());
    if (known != null) {
      return known;
    }
    if (!open.add(constant.name())) {
      throw Faults.form(
              "wat::core::def", ":" + constant.name() + " needs its own value", constant.span())
          .refused();
    }
    var effects = new EffectVar();
    var scope = FunctionScope.topLevel(constant.name(), effects);
    var body = new Body(cx);
    var core =
        body.infer(constant.expression(), new At(null, scope, constant.captured(), List.of()));
    var code = bodies.settled(body, core.type(), 0, scope, core);
    var type = Type.whole(core.type());
    constants.put(constant.name(), new Checked.Constant(code, type));
    var scheme = Schemes.of(constant.name(), type, table);
    constantSchemes.put(constant.name(), scheme);
    bodies.pure().add(new Bodies.Pure("def :" + constant.name(), effects, constant.span()));
    return scheme;
  }

  /// Names that nothing declares; not those that a form with a mistake would have declared.
  private void unresolved() {
    var references = new ArrayList<Reference>();
    for (var name : cx.unresolved()) {
      if (!name.path().startsWith(":") || !cx.isFailed(name.path().substring(1))) {
        references.add(
            new Reference(name.path(), ":" + name.context(), name.span(), name.remedies()));
      }
    }
    if (!references.isEmpty()) {
      cx.error(
          Diagnostic.of(
              Kind.RESOLVE_UNRESOLVED_REFERENCES,
              references.getFirst().span(),
              references.size() == 1
                  ? "nothing is called " + references.getFirst().path()
                  : references.size() + " names are not declared",
              references));
    }
  }
}
