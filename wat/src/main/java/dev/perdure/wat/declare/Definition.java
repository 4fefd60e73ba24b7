package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.EffectName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A name that stands for a value or a function.
public sealed interface Definition {

  /// Its path.
  String name();

  /// Where its name stands.
  Span span();

  /// What stands in braces behind its name.
  Metadata metadata();

  /// The name that the router knows it by.
  default String routeName() {
    var route = metadata().text("route");
    return route == null ? name() : route;
  }

  /// `def`, or a local of a `let` at top level.
  ///
  /// @param captured the locals of top-level `let`s around it, by the paths of what holds them
  record Constant(
      String name, Ast expression, Map<Form.Symbol, String> captured, Metadata metadata, Span span)
      implements Definition {}

  /// `defn`.
  record Function(
      String name,
      Signature signature,
      List<Ast> body,
      Map<Form.Symbol, String> captured,
      Metadata metadata,
      Span span)
      implements Definition {
    public Function {
      body = List.copyOf(body);
    }
  }

  /// `defclause`.
  record Clauses(
      String name,
      List<Clause> clauses,
      Map<Form.Symbol, String> captured,
      Metadata metadata,
      Span span)
      implements Definition {
    public Clauses {
      clauses = List.copyOf(clauses);
    }
  }

  /// `([params] :guard e :ensure f -> :R body…)`.
  record Clause(
      Signature signature, @Nullable Ast guard, @Nullable Ast ensure, List<Ast> body, Span span) {
    public Clause {
      body = List.copyOf(body);
    }
  }

  /// `defalias`.
  ///
  /// @param targetSpan where the existing name stands
  record Alias(String name, String target, Span targetSpan, Metadata metadata, Span span)
      implements Definition {}

  /// `defextern`, or an operation of an effect interface.
  ///
  /// @param effect what a call of it does: `call`, or the path of the interface
  record Extern(String name, Signature signature, String effect, Metadata metadata, Span span)
      implements Definition {
    /// Whether it is a function of another universe.
    public boolean isCall() {
      return effect.equals("call");
    }
  }

  /// A function of the library that is written in Java.
  ///
  /// @param effects what a call of it does
  record Primitive(
      String name, Signature signature, List<String> effects, Metadata metadata, Span span)
      implements Definition {
    public Primitive {
      effects = List.copyOf(effects);
    }

    /// Whether it is an operation of a service of the engine, which is an effect interface.
    public boolean isService() {
      return !effects.isEmpty() && EffectName.isInterface(effects.getFirst());
    }
  }

  /// `defmigration`.
  record Migration(String name, Signature signature, List<Ast> body, Metadata metadata, Span span)
      implements Definition {
    public Migration {
      body = List.copyOf(body);
    }
  }
}
