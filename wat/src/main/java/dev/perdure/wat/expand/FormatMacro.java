package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `(format "{a} and {b}" :a e :b e)`: the values are computed once, in the order of the arguments,
/// and put together with the text between the placeholders.
final class FormatMacro {
  private final Ast call;
  private final int scope;

  /// The texts and, in turn with them, the names of placeholders.
  private final List<Ast> parts = new ArrayList<>();

  private final Set<String> placed = new LinkedHashSet<>();

  private FormatMacro(Ast call, int scope) {
    this.call = call;
    this.scope = scope;
  }

  static Ast expand(Ast call, int scope) {
    return new FormatMacro(call, scope).expand();
  }

  private Ast expand() {
    var items = call.items();
    if (items.size() < 2 || !(items.get(1).form() instanceof Form.Str(String text))) {
      throw Fault.malformedTemplate(call.span(), "format takes a literal text first");
    }
    var given = given(items.subList(2, items.size()));
    split(text, items.get(1));
    if (!placed.equals(given.keySet())) {
      throw Fault.malformedTemplate(
          items.get(1).span(),
          "the text has the placeholders %s, and given are %s".formatted(placed, given.keySet()));
    }
    var bindings = new ArrayList<Ast>();
    given.forEach((name, value) -> {
      bindings.add(symbol(name));
      bindings.add(value);
    });
    return BuiltIn.list(
        call.span(),
        "wat::core::let",
        new Ast(new Form.Vector(bindings), call.span()),
        BuiltIn.list(call.span(), "wat::core::string::concat", parts.toArray(Ast[]::new)));
  }

  private Map<String, Ast> given(List<Ast> arguments) {
    var given = new LinkedHashMap<String, Ast>();
    for (int i = 0; i < arguments.size(); i += 2) {
      var name = arguments.get(i).keyword();
      if (name == null || i + 1 == arguments.size()) {
        throw Fault.malformedTemplate(
            arguments.get(i).span(), "the values of format are given as :name value");
      }
      if (given.put(name, arguments.get(i + 1)) != null) {
        throw Fault.malformedTemplate(arguments.get(i).span(), ":" + name + " is given twice");
      }
    }
    return given;
  }

  private void split(String text, Ast literal) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        plain.append(c);
        i++;
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        if (end < 0) {
          throw Fault.malformedTemplate(literal.span(), "a { of the text is not closed");
        }
        add(plain);
        place(text.substring(i + 1, end), literal);
        i = end;
      } else if (c == '}') {
        throw Fault.malformedTemplate(literal.span(), "a } of the text closes nothing");
      } else {
        plain.append(c);
      }
    }
    add(plain);
  }

  private void add(StringBuilder plain) {
    parts.add(new Ast(new Form.Str(plain.toString()), call.span()));
    plain.setLength(0);
  }

  private void place(String name, Ast literal) {
    if (name.isEmpty() || name.indexOf('{') >= 0) {
      throw Fault.malformedTemplate(literal.span(), "a placeholder of the text has no name");
    }
    placed.add(name);
    parts.add(BuiltIn.list(call.span(), "wat::core::str", symbol(name)));
  }

  private Ast symbol(String name) {
    return new Ast(new Form.Symbol(name, Scopes.NONE.with(scope)), call.span());
  }
}
