package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the definitions of values and functions (W6).
final class DefinitionReader {
  private final Types types;
  private final boolean isLibrary;
  private final Map<Form.Symbol, String> captured;

  /// @param captured the locals of top-level `let`s around the definitions
  DefinitionReader(Types types, boolean isLibrary, Map<Form.Symbol, String> captured) {
    this.types = types;
    this.isLibrary = isLibrary;
    this.captured = Map.copyOf(captured);
  }

  private Name name(String head, Ast form) {
    var items = form.items();
    return Name.read(items.size() < 2 ? null : items.get(1), form, head, false, isLibrary);
  }

  /// The metadata behind a name; [Metadata#NONE] if there is none.
  private static Metadata metadata(String head, List<Ast> items, int at) {
    if (items.size() <= at || !(items.get(at).form() instanceof Form.Braces)) {
      return Metadata.NONE;
    }
    var metadata = Metadata.of(items.get(at));
    if (metadata == null) {
      throw Fault.form(
          head, "metadata is a map of keywords that is not empty", items.get(at).span());
    }
    var fault = metadata.fault();
    if (fault == null && !head.equals("wat::core::primitive")) {
      fault = metadata.effectsFault();
    }
    if (fault != null) {
      throw Fault.form(head, fault, items.get(at).span());
    }
    return metadata;
  }

  /// `(def :n {meta}? expr)`.
  Definition.Constant constant(Ast form) {
    var head = "wat::core::def";
    var name = name(head, form);
    var items = form.items();
    // a map alone is the value
    var metadata = items.size() > 3 ? metadata(head, items, 2) : Metadata.NONE;
    int at = metadata.entries().isEmpty() ? 2 : 3;
    if (items.size() != at + 1) {
      throw Fault.form(head, "behind the name stands one expression", form.span());
    }
    return new Definition.Constant(name.path(), items.get(at), captured, metadata, name.span());
  }

  /// A signature and what stands behind it.
  private record Shape(Name name, Metadata metadata, Signature signature, List<Ast> rest) {}

  private Shape shape(String head, Ast form) {
    var name = name(head, form);
    var items = form.items();
    var metadata = metadata(head, items, 2);
    int at = metadata.entries().isEmpty() ? 2 : 3;
    if (items.size() <= at) {
      throw Fault.form(head, "behind the name stand the parameters", form.span());
    }
    var signature =
        SignatureReader.read(
            head, types, name.params(), items.get(at), item(items, at + 1), item(items, at + 2));
    return new Shape(name, metadata, signature, items.subList(at + 3, items.size()));
  }

  private static @Nullable Ast item(List<Ast> items, int at) {
    return at < items.size() ? items.get(at) : null;
  }

  /// `(defn :n {meta}? [params] -> :R body…)`.
  Definition.Function function(Ast form) {
    var head = "wat::core::defn";
    var shape = shape(head, form);
    body(head, shape.rest(), form.span());
    return new Definition.Function(
        shape.name().path(),
        shape.signature(),
        shape.rest(),
        captured,
        shape.metadata(),
        shape.name().span());
  }

  private static void body(String head, List<Ast> body, Span span) {
    if (body.isEmpty()) {
      throw Fault.form(head, "the body is missing", span);
    }
  }

  /// `(defmigration :n {meta}? [old <- :Old] -> :New body…)`.
  Definition.Migration migration(Ast form) {
    var head = "wat::kernel::defmigration";
    var shape = shape(head, form);
    body(head, shape.rest(), form.span());
    if (shape.signature().bound().size() != 1 || shape.signature().params().size() != 1) {
      throw Fault.form(head, "a migration takes one value", shape.name().span());
    }
    return new Definition.Migration(
        shape.name().path(),
        shape.signature(),
        shape.rest(),
        shape.metadata(),
        shape.name().span());
  }

  /// `(defextern :n {meta}? [params] -> :R)`.
  Definition.Extern extern(Ast form) {
    var head = "wat::core::defextern";
    var shape = shape(head, form);
    if (!shape.rest().isEmpty()) {
      throw Fault.form(head, "it has no body", shape.rest().getFirst().span());
    }
    return new Definition.Extern(
        shape.name().path(), shape.signature(), "call", shape.metadata(), shape.name().span());
  }

  /// `(primitive :n {:effects [time]} [params] -> :R)`, in the library only.
  Definition.Primitive primitive(Ast form) {
    var shape = shape("wat::core::primitive", form);
    var effects = shape.metadata().paths("effects");
    return new Definition.Primitive(
        shape.name().path(),
        shape.signature(),
        effects == null ? List.of() : effects,
        shape.metadata(),
        shape.name().span());
  }

  /// `(defeffect :n {meta}? [(op {meta}? [params] -> :R) …])`: its operations.
  List<Definition> effect(Ast form) {
    var head = "wat::core::defeffect";
    var name = name(head, form);
    var items = form.items();
    var metadata = metadata(head, items, 2);
    int at = metadata.entries().isEmpty() ? 2 : 3;
    if (items.size() != at + 1
        || !(items.get(at).form() instanceof Form.Vector(List<Ast> operations))) {
      throw Fault.form(head, "behind the name stands a vector of operations", form.span());
    }
    var read = new ArrayList<Definition>();
    for (var operation : operations) {
      read.add(operation(head, name.path(), operation));
    }
    return read;
  }

  private Definition operation(String head, String effect, Ast form) {
    var items = form.list();
    if (items == null || items.size() < 4 || items.getFirst().symbol() == null) {
      throw Fault.form(head, "an operation is written (name [params] -> :R)", form.span());
    }
    var metadata = metadata(head, items, 1);
    int at = metadata.entries().isEmpty() ? 1 : 2;
    if (items.size() != at + 3) {
      throw Fault.form(head, "an operation is written (name [params] -> :R)", form.span());
    }
    var signature =
        SignatureReader.read(
            head, types, List.of(), items.get(at), items.get(at + 1), items.get(at + 2));
    return new Definition.Extern(
        effect + "/" + items.getFirst().symbol(),
        signature,
        effect,
        metadata,
        items.getFirst().span());
  }

  /// `(defalias :new :existing)`.
  Definition.Alias alias(Ast form) {
    var head = "wat::core::defalias";
    var name = name(head, form);
    var items = form.items();
    var metadata = metadata(head, items, 2);
    int at = metadata.entries().isEmpty() ? 2 : 3;
    if (items.size() != at + 1 || items.get(at).keyword() == null) {
      throw Fault.form(head, "behind the name stands the name that exists", form.span());
    }
    var target = items.get(at);
    return new Definition.Alias(name.path(), target.path(), target.span(), metadata, name.span());
  }

  /// `(defclause :n {meta}? ([params] :guard e :ensure f -> :R body…) …)`.
  Definition.Clauses clauses(Ast form) {
    var head = "wat::core::defclause";
    var name = name(head, form);
    var items = form.items();
    var metadata = metadata(head, items, 2);
    int at = metadata.entries().isEmpty() ? 2 : 3;
    if (items.size() <= at) {
      throw Fault.form(head, "it has at least one clause", form.span());
    }
    var clauses = new ArrayList<Definition.Clause>();
    for (var clause : items.subList(at, items.size())) {
      clauses.add(clause(head, name, clause));
    }
    return new Definition.Clauses(name.path(), clauses, captured, metadata, name.span());
  }

  private Definition.Clause clause(String head, Name name, Ast form) {
    var items = form.list();
    if (items == null || items.isEmpty()) {
      throw Fault.form(head, "a clause is written ([params] -> :R body…)", form.span());
    }
    var options = new ClauseOptions(head, items);
    int at = options.read(1);
    var signature =
        SignatureReader.read(
            head, types, name.params(), items.getFirst(), item(items, at), item(items, at + 1));
    if (!signature.keywords().isEmpty()) {
      throw Fault.form(head, "a clause has no section of keywords", items.getFirst().span());
    }
    // :ensure may also follow the type of the result
    at = options.read(at + 2);
    var body = items.subList(Math.min(at, items.size()), items.size());
    body(head, body, form.span());
    return new Definition.Clause(signature, options.guard, options.ensure, body, form.span());
  }

  /// The options of a clause, each at most once, the guard before what is ensured.
  private static final class ClauseOptions {
    private final String head;
    private final List<Ast> items;
    private @Nullable Ast guard;
    private @Nullable Ast ensure;

    ClauseOptions(String head, List<Ast> items) {
      this.head = head;
      this.items = items;
    }

    /// Reads those that stand at `from` on; returns the place behind them.
    int read(int from) {
      int at = from;
      while (at < items.size() && isOption(items.get(at))) {
        if (at + 1 == items.size()) {
          throw Fault.form(
              head, "behind the option its expression is missing", items.get(at).span());
        }
        take(items.get(at), items.get(at + 1), from > 1);
        at += 2;
      }
      return at;
    }

    private static boolean isOption(Ast ast) {
      return ast.isKeyword("guard") || ast.isKeyword("ensure");
    }

    private void take(Ast option, Ast expression, boolean isBehindResult) {
      if (option.isKeyword("guard")) {
        if (guard != null || ensure != null || isBehindResult) {
          throw Fault.form(
              head, ":guard stands once, before :ensure and the result", option.span());
        }
        guard = expression;
      } else {
        if (ensure != null) {
          throw Fault.form(head, ":ensure stands once", option.span());
        }
        ensure = expression;
      }
    }
  }
}
