package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The macros of the language that every program has (W7).
enum BuiltIn {
  COND {
    @Override
    Ast expand(Ast call, int scope) {
      var clauses = call.items();
      clauses.subList(1, clauses.size()).forEach(clause -> clause(clause, call.span()));
      var last = clause(clauses.size() < 2 ? null : clauses.getLast(), call.span());
      if (!last.getFirst().isKeyword("else")) {
        throw Fault.malformedTemplate(call.span(), "the last clause of cond is (:else e)");
      }
      var otherwise = last.get(1);
      for (int i = clauses.size() - 2; i > 0; i--) {
        var clause = clause(clauses.get(i), call.span());
        if (clause.getFirst().isKeyword("else")) {
          throw Fault.malformedTemplate(clauses.get(i).span(), ":else stands in the last clause");
        }
        otherwise =
            list(clauses.get(i).span(), "wat::core::if", clause.get(0), clause.get(1), otherwise);
      }
      return otherwise;
    }
  },
  THREAD_FIRST {
    @Override
    Ast expand(Ast call, int scope) {
      return threaded(call, 1);
    }
  },
  THREAD_LAST {
    @Override
    Ast expand(Ast call, int scope) {
      return threaded(call, -1);
    }
  },
  TEST {
    @Override
    Ast expand(Ast call, int scope) {
      return TestMacros.test(call);
    }
  },
  MAKE_TEST {
    @Override
    Ast expand(Ast call, int scope) {
      return TestMacros.make(call, "wat::test::deftest");
    }
  },
  HERMETIC_TEST {
    @Override
    Ast expand(Ast call, int scope) {
      return TestMacros.hermetic(call);
    }
  },
  MAKE_HERMETIC_TEST {
    @Override
    Ast expand(Ast call, int scope) {
      return TestMacros.make(call, "wat::test::deftest-hermetic");
    }
  },
  RUN_HERMETIC {
    @Override
    Ast expand(Ast call, int scope) {
      return TestMacros.runHermetic(call);
    }
  },
  FORMAT {
    @Override
    Ast expand(Ast call, int scope) {
      return FormatMacro.expand(call, scope);
    }
  };

  private static final Map<String, BuiltIn> BY_NAME =
      Map.ofEntries(
          Map.entry("wat::core::cond", COND),
          Map.entry("wat::core::->", THREAD_FIRST),
          Map.entry("wat::core::->>", THREAD_LAST),
          Map.entry("wat::core::format", FORMAT),
          Map.entry("wat::core::string::interpolate", FORMAT),
          Map.entry("wat::test::deftest", TEST),
          Map.entry("wat::test::make-deftest", MAKE_TEST),
          Map.entry("wat::test::deftest-hermetic", HERMETIC_TEST),
          Map.entry("wat::test::make-deftest-hermetic", MAKE_HERMETIC_TEST),
          Map.entry("wat::test::run-hermetic", RUN_HERMETIC));

  /// The macro of this path; null if there is none.
  static @Nullable BuiltIn of(String name) {
    return BY_NAME.get(name);
  }

  /// Whether the form declares a macro for tests.
  static boolean namesTests(Ast form) {
    var items = form.list();
    var head = items == null || items.isEmpty() ? null : items.getFirst().keyword();
    var macro = head == null ? null : of(head);
    return macro == MAKE_TEST || macro == MAKE_HERMETIC_TEST;
  }

  /// What the call becomes.
  ///
  /// @param scope of this expansion
  abstract Ast expand(Ast call, int scope);

  static Ast list(Span span, String head, Ast... items) {
    var all = new ArrayList<Ast>();
    all.add(new Ast(new Form.Key(head), span));
    all.addAll(List.of(items));
    return new Ast(new Form.Sequence(all), span);
  }

  private static List<Ast> clause(@Nullable Ast clause, Span call) {
    if (clause == null || clause.list() == null || clause.list().size() != 2) {
      throw Fault.malformedTemplate(
          clause == null ? call : clause.span(), "a clause of cond is written (test e)");
    }
    return clause.list();
  }

  /// @param place where in a step the value goes; -1 for its end
  private static Ast threaded(Ast call, int place) {
    var items = call.items();
    if (items.size() < 2) {
      throw Fault.malformedTemplate(call.span(), "nothing is threaded");
    }
    var value = items.get(1);
    for (var step : items.subList(2, items.size())) {
      value = step(step, value, place);
    }
    return value;
  }

  private static Ast step(Ast step, Ast value, int place) {
    var items = step.list();
    if (items == null) {
      if (step.keyword() == null && step.symbol() == null) {
        throw Fault.malformedTemplate(step.span(), "a step is a list or the name of a function");
      }
      return new Ast(new Form.Sequence(List.of(step, value)), step.span());
    }
    if (items.isEmpty()) {
      throw Fault.malformedTemplate(step.span(), "a step is empty");
    }
    var filled = new ArrayList<>(items);
    filled.add(place < 0 ? filled.size() : place, value);
    return new Ast(new Form.Sequence(filled), step.span());
  }
}
