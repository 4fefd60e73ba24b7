package dev.perdure.wat.freeze;

import dev.perdure.value.Span;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.check.Origin;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Declaring;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Code that is evaluated while a program runs, made ready: it is checked in the program's frozen
/// universe, as the body of one more function, and may not declare (W16). The universe stays as it
/// is; what it declares is taken over as it was checked.
public final class Evaluation {
  private static final String DO = "wat::core::do";

  private Evaluation() {}

  /// A universe with one more function.
  ///
  /// @param program is sound
  /// @param function the path of a function without parameters
  public record Ready(Checked program, String function) {}

  /// The forms as one body.
  ///
  /// @param wanted the type of its value, where that is known
  /// @throws Refused if it declares, or is wrong
  public static Ready ready(Checked universe, List<Ast> forms, Type wanted) {
    if (forms.isEmpty()) {
      throw Diagnostic.of(Kind.PARSE_EMPTY, null, "there is nothing to evaluate").refused();
    }
    forms.forEach(Evaluation::requireNoDeclaration);
    var body = forms.size() == 1 ? forms.getFirst() : list(forms.getFirst().span(), DO, forms);
    return checked(universe, universe.declarations().forms(), expanded(universe, body), wanted);
  }

  private static Ast expanded(Checked universe, Ast body) {
    var expanded = Macros.expander(universe, body).expand(body);
    requireNoDeclaration(expanded);
    return expanded;
  }

  private static Ready checked(Checked universe, List<Ast> forms, Ast body, Type wanted) {
    var name = name(universe);
    var all = new ArrayList<>(forms);
    all.add(function(name, isKnown(wanted) ? wanted : Basic.VALUE, body));
    var program =
        Checker.check(Collector.collect(all, false, true), Library.get(), Origin.NONE, universe);
    require(program.errors());
    return new Ready(program.withMacros(universe.macros()), name);
  }

  private static void require(List<Diagnostic> errors) {
    if (errors.size() == 1) {
      throw errors.getFirst().refused();
    }
    if (!errors.isEmpty()) {
      var first = errors.getFirst();
      var others = errors.subList(1, errors.size());
      throw new Diagnostic(first.kind(), first.message(), first.span(), first.fields(), others)
          .refused();
    }
  }

  /// A path that nothing in the universe has.
  private static String name(Checked universe) {
    int number = 1;
    while (universe.declarations().definition("user::evaluated-" + number) != null) {
      number++;
    }
    return "user::evaluated-" + number;
  }

  /// Whether nothing in the type is open.
  private static boolean isKnown(Type type) {
    return switch (Type.head(type)) {
      case Type.Named named -> named.args().stream().allMatch(Evaluation::isKnown);
      case Type.Tuple(var items) -> items.stream().allMatch(Evaluation::isKnown);
      case Type.Fn(var params, var result, _) ->
          isKnown(result) && params.stream().allMatch(Evaluation::isKnown);
      case Type.Param _, Type.Var _ -> false;
    };
  }

  /// `(defn :name [] -> :T body)`.
  private static Ast function(String name, Type type, Ast body) {
    var span = body.span();
    return list(
        span,
        "wat::core::defn",
        List.of(
            new Ast(new Form.Key(name), span),
            new Ast(new Form.Vector(List.of()), span),
            new Ast(new Form.Symbol("->", Scopes.NONE), span),
            new Ast(new Form.Key(type.toString().substring(1)), span),
            body));
  }

  private static Ast list(Span span, String head, List<Ast> items) {
    var all = new ArrayList<Ast>();
    all.add(new Ast(new Form.Key(head), span));
    all.addAll(items);
    return new Ast(new Form.Sequence(all), span);
  }

  /// @throws Refused `EvalForbidsMutationForm`
  private static void requireNoDeclaration(Ast form) {
    var head = declaration(form, false);
    if (head != null) {
      throw forbidden(head, form.span()).refused();
    }
  }

  private static Diagnostic forbidden(String head, Span span) {
    return Diagnostic.of(
        Kind.RUNTIME_EVAL_FORBIDS_MUTATION_FORM,
        span,
        "eval refused mutation form: :" + head,
        ":" + head);
  }

  /// The head of a declaration, a load or a setter in the form, whatever it stands in; null if
  /// there is none.
  ///
  /// @param isOnlyLoads whether declarations may stand there
  private static @Nullable String declaration(Ast form, boolean isOnlyLoads) {
    var items =
        switch (form.form()) {
          case Form.Sequence(var list) -> list;
          case Form.Vector(var list) -> list;
          case Form.Braces(var list) -> list;
          case Form.Set(var list) -> list;
          default -> List.<Ast>of();
        };
    if (form.list() != null && !items.isEmpty() && items.getFirst().keyword() != null) {
      var head = items.getFirst().path();
      if (isOnlyLoads ? Declaring.isLoadOrSetter(head) : Declaring.isDeclaration(head)) {
        return head;
      }
    }
    for (var item : items) {
      var found = declaration(item, isOnlyLoads);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// A form in the universe and further declarations; one that declares is one of them.
  ///
  /// @return null if the form declares, and all is sound
  /// @throws Refused if something is wrong
  public static @Nullable Ready withDeclarations(Checked universe, Ast form, List<Ast> more) {
    var declared = new ArrayList<>(more);
    boolean declares = isDeclaration(form);
    if (declares) {
      declared.add(form);
    }
    for (var one : declared) {
      var head = declaration(one, true);
      if (head != null) {
        throw forbidden(head, one.span()).refused();
      }
    }
    var expander =
        Macros.expander(universe, new Ast(new Form.Sequence(List.of(form)), Trees.NOWHERE));
    var expanded = expander.program(declared);
    require(expander.errors());
    requireNew(universe, expanded);
    var all = new ArrayList<>(universe.declarations().forms());
    all.addAll(expanded);
    if (declares) {
      require(Checker.check(Collector.collect(all, false, true), Library.get()).errors());
      return null;
    }
    requireNoDeclaration(form);
    var ready = checked(universe, all, expander.expand(form), Basic.VALUE);
    return new Ready(ready.program().withMacros(expander.macros()), ready.function());
  }

  private static boolean isDeclaration(Ast form) {
    var items = form.list();
    var head = items == null || items.isEmpty() ? null : items.getFirst().keyword();
    return head != null && Declaring.isDeclaration(head);
  }

  /// @throws Refused `DuplicateDefine` of what the universe declares otherwise
  private static void requireNew(Checked universe, List<Ast> forms) {
    var declared = Collector.collect(forms, false, false);
    require(declared.errors());
    for (var name : declared.names()) {
      var before = universe.declarations().form(name);
      if (before != null && !before.equals(declared.form(name))) {
        throw Diagnostic.of(
                Kind.RUNTIME_DUPLICATE_DEFINE,
                forms.getFirst().span(),
                ":" + name + " is declared already",
                ":" + name)
            .refused();
      }
    }
  }

  /// Why bytes are not those that were meant; null if they are.
  ///
  /// @param expected hexadecimal
  public static @Nullable String digestFault(byte[] bytes, String expected) {
    return Verification.digest(bytes, expected);
  }

  /// Why forms are not those that were signed; null if they are.
  ///
  /// @param signature Base64
  /// @param key Base64
  public static @Nullable String signatureFault(List<Ast> forms, String signature, String key) {
    return Verification.signature(forms, signature, key);
  }
}
