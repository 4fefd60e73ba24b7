package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Expands the macros of a program: outermost first, to a fixpoint. Heads inside `quote`, `forms`
/// and templates are data and stay. For one thread.
public final class Expander {
  /// How many times one expands at most.
  public static final int EXPANSIONS_MAX = Limits.EXPANSIONS_MAX;

  /// How deep expansions may lie in each other.
  public static final int DEPTH_MAX = Limits.EXPANSION_DEPTH_MAX;

  private static final String DEFMACRO = "wat::core::defmacro";
  private static final String QUOTE = "wat::core::quote";
  private static final String FORMS = "wat::core::forms";
  private static final String MATCH = "wat::core::match";
  private static final String DO = "wat::core::do";
  private static final String LET = "wat::core::let";

  private final Evaluator evaluator;
  private final Map<String, Macro> macros = new LinkedHashMap<>();
  private final Failures failures = new Failures();

  /// How many expressions of macros are being expanded: in these a macro that fails ends all.
  private int inMacros;

  /// The declarations of macros that stand at the top level as it was written.
  private final Set<Ast> registered = new HashSet<>();

  /// The forms at top level in which there is no macro.
  private final Set<Ast> plain = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Tells those of them that were known before.
  private Predicate<Ast> known = _ -> false;

  private final Growth growth = new Growth();
  private int firstScope;
  private int expansions;

  /// @param evaluator runs what macros compute
  public Expander(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// One for a form that is made when the program runs.
  ///
  /// @param macros those of the program
  /// @param scope its expansions have scopes behind this one
  public Expander(Evaluator evaluator, Map<String, Macro> macros, int scope) {
    this(evaluator);
    this.macros.putAll(macros);
    this.firstScope = scope;
  }

  /// The macros that were declared, by their paths.
  public Map<String, Macro> macros() {
    return Map.copyOf(macros);
  }

  /// What was wrong, in the order of the forms.
  public List<Diagnostic> errors() {
    return failures.errors();
  }

  /// The names in forms at top level that could not be expanded: they may have been declared there.
  public Set<String> failed() {
    return failures.names();
  }

  /// The forms at top level in which there was no macro, told apart by identity.
  public Set<Ast> plain() {
    return plain;
  }

  /// The forms of a program that was expanded before and was edited since.
  ///
  /// @param before its macros as they were
  /// @param plain tells the forms in which none of these are
  public List<Ast> program(List<Ast> forms, Map<String, Macro> before, Predicate<Ast> plain) {
    forms.forEach(this::register);
    known = Macro.areAlike(before, macros) ? plain : _ -> false;
    return expanded(forms);
  }

  /// The forms of a program without its macros. A form at top level that cannot be expanded is left
  /// out, another one is replaced by what is [Unexpanded]; why is among the errors.
  public List<Ast> program(List<Ast> forms) {
    forms.forEach(this::register);
    return expanded(forms);
  }

  private List<Ast> expanded(List<Ast> forms) {
    var expanded = new ArrayList<Ast>();
    for (var form : forms) {
      topLevel(form, expanded);
    }
    return expanded;
  }

  /// Takes in the macros that stand at the top level as it was written.
  private void register(Ast form) {
    if (isHeaded(form, DEFMACRO)) {
      registered.add(form);
      guarded(form, () -> declare(form, false));
    } else if (isHeaded(form, DO) || isHeaded(form, LET)) {
      form.items().forEach(this::register);
    }
  }

  /// @param isOfTests whether it makes tests: such a one may have a name without a namespace (W17)
  private void declare(Ast form, boolean isOfTests) {
    var macro = MacroReader.read(form);
    if (!isOfTests || macro.name().contains("::")) {
      Names.check(macro.name(), form.items().get(1).span());
    }
    var before = macros.get(macro.name());
    if (before != null && !AstBytes.areAlike(before.declaration(), form)) {
      throw Diagnostic.of(
              Kind.MACRO_DUPLICATE_MACRO,
              form.items().get(1).span(),
              "another macro is called :" + macro.name(),
              ":" + macro.name())
          .refused();
    }
    Fence.check(macro);
    Fence.checkParameters(macro);
    macros.put(macro.name(), macro);
    known = _ -> false;
  }

  @SuppressWarnings("ReferenceEquality") // the same form stands for no change
  private void topLevel(Ast form, List<Ast> expanded) {
    if (known.test(form)) {
      plain.add(form);
      expanded.add(form);
      return;
    }
    guarded(
        form,
        () -> {
          var expansion = head(form, 0);
          var at = expansion.form();
          if (isHeaded(at, DEFMACRO)) {
            if (!registered.contains(at)) {
              declare(at, BuiltIn.namesTests(form));
            }
          } else if (isHeaded(at, DO) && declares(at)) {
            var items = at.items();
            items.subList(1, items.size()).forEach(item -> topLevel(item, expanded));
          } else if (isHeaded(at, LET) && at.items().size() > 2 && declares(at)) {
            expanded.add(letOfDefinitions(at));
          } else {
            var whole = inside(at, expansion.depth());
            if (whole == form) {
              plain.add(form);
            }
            expanded.add(whole);
          }
        });
  }

  /// A `do` is spliced if what it holds, or expands to, declares; else its value might be meant.
  private boolean declares(Ast form) {
    var items = form.items();
    for (var item : items.subList(1, items.size())) {
      var head = item.list() == null || item.list().isEmpty() ? null : item.list().getFirst();
      var name = head == null ? null : head.keyword();
      if (name != null && (Declaring.isDeclaration(name) || macros.containsKey(name))) {
        return true;
      }
      if ((isHeaded(item, DO) || isHeaded(item, LET)) && declares(item)) {
        return true;
      }
    }
    return false;
  }

  private Ast letOfDefinitions(Ast let) {
    var items = let.items();
    var rebuilt = new ArrayList<Ast>();
    rebuilt.add(items.getFirst());
    rebuilt.add(inside(items.get(1), 0));
    for (var item : items.subList(2, items.size())) {
      topLevel(item, rebuilt);
    }
    return new Ast(new Form.Sequence(rebuilt), let.span());
  }

  /// Takes a step about a form at top level.
  private void guarded(Ast form, Runnable step) {
    try {
      step.run();
    } catch (Refused e) {
      failures.add(e.diagnostic());
      failures.leaveOut(form, isHeaded(form, DEFMACRO));
    } catch (Unexpandable e) {
      failures.leaveOut(form, isHeaded(form, DEFMACRO));
    }
  }

  /// The macro at the head was refused where it is declared.
  private static final class Unexpandable extends RuntimeException {
    Unexpandable(String macro) {
      super(macro, null, false, false);
    }
  }

  /// An expression of a macro with all macros in it expanded.
  ///
  /// @throws Refused of the phase `wat.macro`
  public Ast expand(Ast form) {
    inMacros++;
    try {
      return expand(form, 0);
    } finally {
      inMacros--;
    }
  }

  /// What the macro at the head of a form makes of it; the form itself if there is none.
  ///
  /// @throws Refused of the phase `wat.macro`
  public Ast step(Ast form) {
    var once = once(form);
    return once == null ? form : once;
  }

  private Ast expand(Ast form, int depth) {
    Expansion expansion;
    try {
      expansion = head(form, depth);
    } catch (Refused e) {
      if (inMacros > 0) {
        throw e;
      }
      failures.add(e.diagnostic());
      return Unexpanded.at(form.span());
    } catch (Unexpandable e) {
      if (inMacros > 0) {
        throw e;
      }
      return Unexpanded.at(form.span());
    }
    return inside(expansion.form(), expansion.depth());
  }

  /// What a form became.
  ///
  /// @param depth how many expansions it lies in
  private record Expansion(Ast form, int depth) {}

  /// Expands the head until it is no macro.
  private Expansion head(Ast form, int depth) {
    var at = form;
    for (int deep = depth; ; deep++) {
      var once = once(at);
      if (once == null) {
        return new Expansion(at, deep);
      }
      if (deep >= Limits.EXPANSION_DEPTH_MAX) {
        throw Fault.tooDeep(form.span());
      }
      at = once;
    }
  }

  /// What the macro at the head makes of the form; null if there is no macro.
  private @Nullable Ast once(Ast form) {
    var items = form.list();
    if (items == null || items.isEmpty() || items.getFirst().keyword() == null) {
      return null;
    }
    var name = items.getFirst().keyword();
    boolean isOver = failures.areTooMany() || growth.isTooMuch();
    if (failures.isRefused(name) || (isOver && isMacro(name))) {
      throw new Unexpandable(name);
    }
    var macro = macros.get(name);
    if (macro == null) {
      var builtIn = BuiltIn.of(name);
      return builtIn == null ? null : builtIn.expand(form, scope(form.span()));
    }
    return call(macro, items.subList(1, items.size()), form.span());
  }

  private boolean isMacro(String name) {
    return macros.containsKey(name) || BuiltIn.of(name) != null;
  }

  private int scope(Span span) {
    if (++expansions > Limits.EXPANSIONS_MAX) {
      throw Diagnostic.of(
              Kind.MACRO_MACRO_EVAL_RUNTIME_FAILED,
              span,
              "the program's macros expand more than " + Limits.EXPANSIONS_MAX + " times",
              "more than " + Limits.EXPANSIONS_MAX + " expansions")
          .refused();
    }
    return firstScope + expansions;
  }

  private Ast call(Macro macro, List<Ast> given, Span span) {
    int fixed = macro.params().size();
    if (given.size() < fixed || (macro.rest() == null && given.size() > fixed)) {
      throw Fault.arity(macro, given.size(), span);
    }
    var arguments = new HashMap<Form.Symbol, Ast>();
    for (int i = 0; i < fixed; i++) {
      var param = macro.params().get(i);
      Annotations.check(macro, param, given.get(i));
      arguments.put(param.symbol(), given.get(i));
    }
    if (macro.rest() != null) {
      var rest = new Form.Vector(given.subList(fixed, given.size()));
      arguments.put(macro.rest().symbol(), new Ast(rest, span));
    }
    try {
      var made = expanded(macro, arguments, span);
      Annotations.check(macro, made, span);
      growth.add(made, span);
      return made;
    } catch (Refused refused) {
      throw refused.diagnostic().span() == null ? refused.diagnostic().at(span).refused() : refused;
    }
  }

  private Ast expanded(Macro macro, Map<Form.Symbol, Ast> arguments, Span span) {
    int scope = scope(span);
    return macro.isTemplate()
        ? Templates.fill(
            macro.body().items().get(1),
            new Arguments(evaluator, macro, arguments, scope),
            symbol -> new Form.Symbol(symbol.name(), symbol.scopes().with(scope)),
            span)
        : evaluator.evaluate(macro, macro.body(), arguments, scope);
  }

  /// Expands what stands inside a form whose head is no macro; the same form if no macro is there.
  private Ast inside(Ast form, int depth) {
    return switch (form.form()) {
      case Form.Sequence(List<Ast> items) when !items.isEmpty() -> sequence(form, items, depth);
      case Form.Vector(List<Ast> items) -> with(form, items, each(items, depth));
      case Form.Braces(List<Ast> items) -> with(form, items, each(items, depth));
      case Form.Set(List<Ast> items) -> with(form, items, each(items, depth));
      default -> form;
    };
  }

  private Ast sequence(Ast form, List<Ast> items, int depth) {
    var head = items.getFirst().keyword();
    return switch (head) {
      case QUOTE, FORMS -> form;
      case Templates.QUASIQUOTE -> template(form, depth);
      case MATCH -> with(form, items, match(items, depth));
      case null, default -> with(form, items, each(items, depth));
    };
  }

  /// The form with other items, if they are others.
  @SuppressWarnings("ReferenceEquality") // the same list stands for no change
  private static Ast with(Ast form, List<Ast> items, List<Ast> expanded) {
    if (items == expanded) {
      return form;
    }
    return new Ast(
        switch (form.form()) {
          case Form.Vector _ -> new Form.Vector(expanded);
          case Form.Braces _ -> new Form.Braces(expanded);
          case Form.Set _ -> new Form.Set(expanded);
          default -> new Form.Sequence(expanded);
        },
        form.span());
  }

  /// The items expanded; the same list if no macro is in them.
  private List<Ast> each(List<Ast> items, int depth) {
    return changed(items, (item, _) -> expand(item, depth));
  }

  /// What becomes of an item.
  private interface Change {
    Ast of(Ast item, int index);
  }

  @SuppressWarnings("ReferenceEquality")
  private static List<Ast> changed(List<Ast> items, Change change) {
    List<Ast> changed = null;
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var now = change.of(item, i);
      if (changed == null && now != item) {
        changed = new ArrayList<>(items.subList(0, i));
      }
      if (changed != null) {
        changed.add(now);
      }
    }
    return changed == null ? items : changed;
  }

  /// The subject and the bodies; a pattern is no call.
  private List<Ast> match(List<Ast> items, int depth) {
    return changed(
        items, (item, i) -> i == 0 ? item : i == 1 ? expand(item, depth) : arm(item, depth));
  }

  private Ast arm(Ast arm, int depth) {
    var parts = arm.list();
    return parts == null
        ? arm
        : with(arm, parts, changed(parts, (part, i) -> i == 0 ? part : expand(part, depth)));
  }

  /// A template that the program fills when it runs: what stands behind its `~` is code.
  private Ast template(Ast form, int depth) {
    if (form.items().size() != 2) {
      return form;
    }
    var filled = Unquoted.map(form.items().get(1), code -> expand(code, depth));
    return new Ast(new Form.Sequence(List.of(form.items().getFirst(), filled)), form.span());
  }

  private static boolean isHeaded(Ast form, String head) {
    var items = form.list();
    return items != null && !items.isEmpty() && items.getFirst().isKeyword(head);
  }
}
