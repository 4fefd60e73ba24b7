package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the pattern of one arm: the steps that look whether a value fits and take it apart, and
/// what it covers.
final class Patterns {
  private static final Set<String> BUILT_IN = Set.of("Some", "None", "Ok", "Err");

  private final Checking cx;
  private final Body body;
  private final String arm;
  private final List<Core.Step> steps = new ArrayList<>();
  private Pattern covered = new Pattern.Any();

  /// @param arm its name, for what is wrong
  Patterns(Body body, String arm) {
    this.cx = body.cx();
    this.body = body;
    this.arm = arm;
  }

  List<Core.Step> steps() {
    return steps;
  }

  Pattern covered() {
    return covered;
  }

  /// The place behind the pattern, which sees what it binds.
  At read(Ast pattern, Core subject, At at) {
    var read = pattern(pattern, subject, at);
    covered = read.pattern();
    return read.at();
  }

  private record Read(Pattern pattern, At at) {}

  private Read pattern(Ast ast, Core subject, At at) {
    return switch (ast.form()) {
      case Form.Symbol symbol -> symbol(ast, symbol, subject, at);
      case Form.Key(String name) -> keyword(ast, name, subject, at);
      case Form.Sequence(List<Ast> items) -> list(ast, items, subject, at);
      case Form.Braces(List<Ast> items) -> braces(items, subject, at);
      case Form.Int _ -> literal(ast, Basic.I64, subject, at);
      case Form.Real _ -> literal(ast, Basic.F64, subject, at);
      case Form.Rational _ -> literal(ast, Basic.RATIONAL, subject, at);
      case Form.BigInt _ -> literal(ast, Basic.BIGINT, subject, at);
      case Form.Bool _ -> literal(ast, Basic.BOOL, subject, at);
      case Form.Str _ -> literal(ast, Basic.STRING, subject, at);
      case Form.Char _ -> literal(ast, Basic.CHAR, subject, at);
      case Form.Nil _ -> literal(ast, Basic.NIL, subject, at);
      case Form.Vector _, Form.Set _ -> throw malformed("a pattern is no vector and no set", ast);
    };
  }

  private static Refused malformed(String reason, Ast ast) {
    return Faults.form(Matches.MATCH, reason, ast.span()).refused();
  }

  private Read symbol(Ast ast, Form.Symbol symbol, Core subject, At at) {
    var name = symbol.name();
    if (name.equals("_")) {
      return new Read(new Pattern.Any(), at);
    }
    if (BUILT_IN.contains(name) || isVariantOf(subject.type(), name)) {
      throw malformed(
          "the bare symbol "
              + name
              + " spells a variant; write it with its colon, or choose"
              + " another name",
          ast);
    }
    int slot = at.function().slot(subject.type());
    steps.add(new Core.Step.Bind(slot, subject));
    return new Read(new Pattern.Any(), at.with(symbol, slot, subject.type()));
  }

  private boolean isVariantOf(Type type, String name) {
    return Type.head(type) instanceof Type.Named named
        && cx.types().find(named.name()) instanceof TypeDecl.Enumeration enumeration
        && enumeration.variant(name) != null;
  }

  private Read literal(Ast ast, Type type, Core subject, At at) {
    if (!cx.unifier().assign(type, subject.type())) {
      throw Faults.pattern(arm, subject.type(), type, ast.span()).refused();
    }
    var literal = new Core.Literal(ast.form(), type, ast.span());
    test(new Operation.Same(), List.of(subject, literal), ast.span());
    return new Read(new Pattern.Literal(ast.form()), at);
  }

  private void test(Operation operation, List<Core> args, Span span) {
    steps.add(new Core.Step.Test(new Core.Apply(operation, args, Basic.BOOL, span)));
  }

  private Read keyword(Ast ast, String name, Core subject, At at) {
    if (name.equals("None") || name.equals("wat::core::None")) {
      return builtIn(ast, "None", List.of(), subject, at);
    }
    boolean isShort = BUILT_IN.contains(name) && !Type.is(subject.type(), Basic.KEYWORD.name());
    if (isShort
        || name.equals("wat::core::Some")
        || name.equals("wat::core::Ok")
        || name.equals("wat::core::Err")) {
      throw malformed(":" + name + " takes a pattern: (" + Naming.last(name) + " p)", ast);
    }
    var variant = cx.variant(name);
    if (variant != null) {
      if (!variant.variant().isUnit()) {
        throw malformed(":" + name + " has " + fields(variant), ast);
      }
      return variant(ast, variant, List.of(), subject, at);
    }
    if (cx.isFailed(name)) {
      return new Read(new Pattern.Any(), at);
    }
    if (name.contains("::") && cx.types().find(Naming.namespace(name)) != null) {
      throw noVariant(name, ast);
    }
    return literal(ast, Basic.KEYWORD, subject, at);
  }

  private RuntimeException noVariant(String path, Ast ast) {
    var variants =
        cx.types().find(Naming.namespace(path)) instanceof TypeDecl.Enumeration enumeration
            ? enumeration.variants().stream()
                .map(variant -> enumeration.name() + "::" + variant.name())
                .toList()
            : cx.variants();
    return Faults.form(
            Matches.MATCH, "there is no variant :" + path, ast.span(), Similar.to(path, variants))
        .refused();
  }

  private Read list(Ast ast, List<Ast> items, Core subject, At at) {
    if (items.isEmpty()) {
      throw malformed("the pattern () takes nothing; nil is written nil", ast);
    }
    var head = items.getFirst();
    var parts = items.subList(1, items.size());
    if (Type.head(subject.type()) instanceof Type.Tuple && !parts.isEmpty() && isUnit(head)) {
      return tuple(items, ast, subject, at);
    }
    var builtIn = builtIn(head);
    if (builtIn != null) {
      return builtIn(ast, builtIn, parts, subject, at);
    }
    var path = head.keyword();
    if (path != null && path.contains("::")) {
      var variant = cx.variant(path);
      if (variant == null && cx.isFailed(path)) {
        return unknown(parts, subject, at);
      }
      if (variant == null) {
        throw noVariant(path, head);
      }
      return variant(ast, variant, parts, subject, at);
    }
    return tuple(items, ast, subject, at);
  }

  /// Whether it is the name of a variant that takes nothing, and so may begin a tuple.
  private boolean isUnit(Ast head) {
    var path = head.keyword();
    if (path == null) {
      return false;
    }
    var variant = cx.variant(path);
    return variant == null ? "None".equals(builtIn(head)) : variant.variant().isUnit();
  }

  private static @Nullable String builtIn(Ast head) {
    var symbol = head.symbol();
    if (symbol != null && BUILT_IN.contains(symbol)) {
      return symbol;
    }
    var path = head.keyword();
    if (path == null) {
      return null;
    }
    var name = path.startsWith("wat::core::") ? path.substring("wat::core::".length()) : path;
    return BUILT_IN.contains(name) ? name : null;
  }

  private Read builtIn(Ast ast, String name, List<Ast> parts, Core subject, At at) {
    boolean isOption = name.equals("Some") || name.equals("None");
    var args = isOption ? List.of(cx.fresh()) : List.of(cx.fresh(), cx.fresh());
    var type = new Type.Named(isOption ? Basic.OPTION : Basic.RESULT, args, null);
    fits(ast, type, subject);
    int arity = name.equals("None") ? 0 : 1;
    if (parts.size() != arity) {
      throw malformed(
          "%s takes %d pattern%s, and there are %d"
              .formatted(name, arity, arity == 1 ? "" : "s", parts.size()),
          ast);
    }
    test(new Operation.IsVariant(type.name(), name), List.of(subject), ast.span());
    var payload = name.equals("Err") ? args.get(1) : args.getFirst();
    return parts(name, parts, List.of(payload).subList(0, arity), subject, at);
  }

  /// The subject must be of the pattern's type.
  private void fits(Ast ast, Type.Named type, Core subject) {
    if (cx.unifier().unify(subject.type(), type)) {
      return;
    }
    if (Type.head(subject.type()) instanceof Type.Named named
        && (named.name().equals(Basic.OPTION)
            || named.name().equals(Basic.RESULT)
            || cx.types().find(named.name()) instanceof TypeDecl.Enumeration)) {
      throw malformed("a pattern of " + type + " does not fit a subject of " + named, ast);
    }
    throw Faults.mismatch(
            Matches.MATCH, "scrutinee", type, subject.type(), subject.span(), List.of())
        .refused();
  }

  private Read variant(Ast ast, Callee.Variant callee, List<Ast> parts, Core subject, At at) {
    var args = cx.fresh(callee.type().params());
    var type = Checking.enumeration(callee.type(), args);
    fits(ast, type, subject);
    var fields = callee.variant().fields();
    if (parts.size() != fields.size()) {
      throw malformed(
          ":%s::%s has %s, and the pattern %d"
              .formatted(
                  callee.type().name(), callee.variant().name(), fields(callee), parts.size()),
          ast);
    }
    test(
        new Operation.IsVariant(callee.type().name(), callee.variant().name()),
        List.of(subject),
        ast.span());
    var types = fields.stream().map(field -> cx.payload(callee.type(), field, type)).toList();
    return parts(callee.variant().name(), parts, types, subject, at);
  }

  private static String fields(Callee.Variant callee) {
    int fields = callee.variant().fields().size();
    return fields + (fields == 1 ? " field" : " fields");
  }

  /// A pattern of a variant whose declaration is wrong: what it binds is bound, to nothing known.
  private Read unknown(List<Ast> parts, Core subject, At at) {
    var types = parts.stream().map(_ -> cx.unknown()).toList();
    return new Read(new Pattern.Any(), parts("", parts, types, subject, at).at());
  }

  private Read parts(String name, List<Ast> parts, List<Type> types, Core subject, At at) {
    var below = new ArrayList<Pattern>();
    var inner = at;
    for (int i = 0; i < parts.size(); i++) {
      var part =
          new Core.Apply(
              new Operation.Payload(i), List.of(subject), types.get(i), parts.get(i).span());
      var read = held(parts.get(i), part, inner);
      below.add(read.pattern());
      inner = read.at();
    }
    return new Read(new Pattern.Of(name, below), inner);
  }

  /// A part is put in a slot if the pattern looks at it more than once.
  private Read held(Ast pattern, Core part, At at) {
    if (pattern.form() instanceof Form.Symbol) {
      return pattern(pattern, part, at);
    }
    int slot = at.function().slot(part.type());
    steps.add(new Core.Step.Bind(slot, part));
    return pattern(pattern, new Core.Local(slot, part.type(), part.span()), at);
  }

  private Read tuple(List<Ast> items, Ast ast, Core subject, At at) {
    var types = items.stream().map(_ -> cx.fresh()).toList();
    var type = Type.tuple(types);
    if (!cx.unifier().unify(subject.type(), type)) {
      throw Type.head(subject.type()) instanceof Type.Tuple
          ? malformed("the pattern has %d parts".formatted(items.size()), ast)
          : Faults.mismatch(
                  Matches.MATCH, "scrutinee", type, subject.type(), subject.span(), List.of())
              .refused();
    }
    var below = new ArrayList<Pattern>();
    var inner = at;
    for (int i = 0; i < items.size(); i++) {
      var item =
          new Core.Apply(
              new Operation.Item(i), List.of(subject), types.get(i), items.get(i).span());
      var read = held(items.get(i), item, inner);
      below.add(read.pattern());
      inner = read.at();
    }
    return new Read(new Pattern.Of("", below), inner);
  }

  /// `{v :field}`: falls through on what has no such field.
  private Read braces(List<Ast> items, Core subject, At at) {
    var inner = at;
    for (int i = 0; i < items.size(); i += 2) {
      var key = items.get(i + 1).keyword();
      if (key == null) {
        throw malformed("a pattern in braces is written {name :field}", items.get(i + 1));
      }
      FieldAccess.byName(body, key, subject, items.get(i + 1).span(), at);
      test(new Operation.HasField(key), List.of(subject), items.get(i).span());
      var read = held(items.get(i), FieldOf.byName(cx, key, subject, items.get(i).span()), inner);
      inner = read.at();
    }
    return new Read(new Pattern.Fields(), inner);
  }
}
