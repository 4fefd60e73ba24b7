package dev.perdure.wat.check;

import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Move;
import dev.perdure.wat.syntax.Naming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the functions of a program that were checked before and mean the same: neither they nor
/// what they see of the others has changed. Bodies of functions may have changed, and functions may
/// have been added; if anything else has, or functions are gone, none is found.
final class Unchanged {
  private final Version before;
  private final Version now;

  /// How far each form was moved that is as before.
  private final IdentityHashMap<Ast, Move> moves = new IdentityHashMap<>();

  /// Whether both have the same macros.
  private final boolean haveSameMacros;

  /// A program at one time.
  record Version(Declarations program, Origin origin) {}

  private Unchanged(Version before, Version now) {
    this.before = before;
    this.now = now;
    this.haveSameMacros = Macro.areAlike(before.origin().macros(), now.origin().macros());
  }

  /// How far each such function was moved, by its name.
  static Map<String, Move> of(Version before, Version now) {
    boolean isPlain =
        now.program().errors().isEmpty()
            && now.program().failed().isEmpty()
            && now.program().redefinitions().isEmpty()
            && before.program().redefinitions().isEmpty();
    var unchanged = new Unchanged(before, now);
    return isPlain && unchanged.isAlike() ? unchanged.functions() : Map.of();
  }

  private Map<String, Move> functions() {
    var functions = new HashMap<String, Move>();
    for (var definition : now.program().definitions()) {
      var move = moves.get(Objects.requireNonNull(now.program().form(definition.name())));
      if (move != null && definition instanceof Definition.Function) {
        functions.put(definition.name(), move);
      }
    }
    return functions;
  }

  /// Whether nothing has changed but the bodies of functions, their order, and functions that are
  /// new.
  private boolean isAlike() {
    var old = Parts.of(before.program());
    var parts = Parts.of(now.program());
    if (old.others().size() != parts.others().size()) {
      return false;
    }
    for (int i = 0; i < parts.others().size(); i++) {
      if (!moved(old.others().get(i), parts.others().get(i))) {
        return false;
      }
    }
    var added = new ArrayList<String>();
    for (var name : parts.functions().keySet()) {
      var other = old.functions().remove(name);
      if (other == null) {
        added.add(name);
      } else if (!moved(other, Objects.requireNonNull(parts.functions().get(name)))
          && !haveOneHeader(name)) {
        return false;
      }
    }
    return old.functions().isEmpty() && added.stream().allMatch(this::isNew);
  }

  /// The forms of a program.
  ///
  /// @param functions those that declare one function and stand by themselves, by its name
  /// @param others in their order
  private record Parts(Map<String, Ast> functions, List<Ast> others) {
    static Parts of(Declarations program) {
      var parts = new Parts(new LinkedHashMap<>(), new ArrayList<>());
      for (var form : program.forms()) {
        var name = function(form);
        if (program.definition(name) instanceof Definition.Function
            && !parts.functions.containsKey(name)) {
          parts.functions.put(name, form);
        } else {
          parts.others.add(form);
        }
      }
      return parts;
    }

    private static String function(Ast form) {
      var items = form.list();
      return items != null && items.size() > 1 && items.getFirst().isKeyword("wat::core::defn")
          ? name(items.get(1))
          : "";
    }
  }

  private static String name(Ast ast) {
    var written = ast.keyword() == null ? "" : ast.path();
    int params = written.indexOf('<');
    return params > 0 && written.endsWith(">") ? written.substring(0, params) : written;
  }

  /// Whether a function looks the same to others: all but its body is as it was.
  private boolean haveOneHeader(String name) {
    return header(before.program(), name).equals(header(now.program(), name));
  }

  private static List<Ast> header(Declarations program, String name) {
    var items = Objects.requireNonNull(program.form(name)).items();
    var function = (Definition.Function) Objects.requireNonNull(program.definition(name));
    return items.subList(0, items.size() - function.body().size());
  }

  /// Whether a function that was added means nothing to those that were there: it is no method, and
  /// nobody names it.
  private boolean isNew(String name) {
    return Naming.last(name).indexOf('/') < 0
        && moves.keySet().stream().noneMatch(form -> names(form, name));
  }

  private static boolean names(Ast form, String name) {
    var open = new ArrayDeque<Ast>();
    open.push(form);
    while (!open.isEmpty()) {
      var at = open.pop();
      if (at.form() instanceof Form.Key(String text) && text.startsWith(name)) {
        return true;
      }
      at.children().forEach(open::push);
    }
    return false;
  }

  /// Whether the one form is the other one, moved as a whole; what it says is noted.
  private boolean moved(Ast from, Ast to) {
    if (from.span().start().column() != to.span().start().column()) {
      return false;
    }
    var move = Move.of(from.span(), to.span());
    if (!areAlike(from, to, move)) {
      return false;
    }
    note(to, move);
    return true;
  }

  /// What is written alike and expanded by the same macros is alike.
  @SuppressWarnings("ReferenceEquality") // the same form need not be compared
  private boolean areAlike(Ast from, Ast to, Move move) {
    var text = now.origin().text(to);
    if (from == to || (text != null && text.before(to) == from)) {
      return true;
    }
    var old = before.origin().text(from);
    if (old == null || text == null || !haveSameMacros) {
      return new Comparison(move).areAlike(from, to);
    }
    int start = to.span().start().offset();
    int length = to.span().end().offset() - start;
    int was = from.span().start().offset();
    return from.span().source().equals(to.span().source())
        && from.span().end().offset() - was == length
        && old.text().regionMatches(was, text.text(), start, length);
  }

  private void note(Ast form, Move move) {
    moves.put(form, move);
    var items = form.list();
    if (items != null && !items.isEmpty() && items.getFirst().isKeyword("wat::core::do")) {
      items.forEach(item -> note(item, move));
    }
  }

  /// Compares two forms, each of which may have been expanded by itself: then scopes have other
  /// numbers.
  private static final class Comparison {
    private final Move move;
    private final Map<Integer, Integer> there = new HashMap<>();
    private final Map<Integer, Integer> back = new HashMap<>();
    private final ArrayDeque<Ast> open = new ArrayDeque<>();

    Comparison(Move move) {
      this.move = move;
    }

    boolean areAlike(Ast from, Ast to) {
      push(from, to);
      while (!open.isEmpty()) {
        var other = open.pop();
        var one = open.pop();
        if (!isOne(one, other)) {
          return false;
        }
        var children = one.children();
        var others = other.children();
        if (children.size() != others.size()) {
          return false;
        }
        for (int i = 0; i < children.size(); i++) {
          push(children.get(i), others.get(i));
        }
      }
      return true;
    }

    private void push(Ast one, Ast other) {
      open.push(one);
      open.push(other);
    }

    /// Whether both are the same but for what they hold.
    private boolean isOne(Ast one, Ast other) {
      if (!move.leads(one.span(), other.span())
          || one.form().getClass() != other.form().getClass()) {
        return false;
      }
      return switch (one.form()) {
        case Form.Sequence _, Form.Vector _, Form.Braces _, Form.Set _ -> true;
        case Form.Symbol symbol -> isOne(symbol, (Form.Symbol) other.form());
        default -> one.form().equals(other.form());
      };
    }

    private boolean isOne(Form.Symbol one, Form.Symbol other) {
      if (!one.name().equals(other.name())) {
        return false;
      }
      if (one.scopes().isEmpty() || other.scopes().isEmpty()) {
        return one.scopes().isEmpty() && other.scopes().isEmpty();
      }
      var numbers = one.scopes().toArray();
      var others = other.scopes().toArray();
      boolean areAlike = numbers.length == others.length;
      for (int i = 0; areAlike && i < numbers.length; i++) {
        areAlike = isPair(there, numbers[i], others[i]) && isPair(back, others[i], numbers[i]);
      }
      return areAlike;
    }

    private static boolean isPair(Map<Integer, Integer> pairs, int one, int other) {
      var known = pairs.putIfAbsent(one, other);
      return known == null || known == other;
    }
  }
}
