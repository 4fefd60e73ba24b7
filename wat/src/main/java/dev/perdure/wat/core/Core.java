package dev.perdure.wat.core;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An expression of the core form. Locals are numbered slots of the function that they belong to;
/// evaluation goes from left to right.
public sealed interface Core {

  /// What it gives.
  Type type();

  /// Where it was written.
  Span span();

  /// A value that is written as it is; no symbol and no collection.
  record Literal(Form value, Type type, Span span) implements Core {}

  /// Code as data.
  record Quoted(Ast ast, Type type, Span span) implements Core {}

  /// What a slot holds.
  record Local(int slot, Type type, Span span) implements Core {}

  /// The value of a constant.
  record Constant(String name, Type type, Span span) implements Core {}

  /// A named function as a value.
  record Named(String name, Type type, Span span) implements Core {}

  /// A call of a named function.
  ///
  /// @param effects what it may do
  record Call(String function, List<Core> args, EffectVar effects, Type type, Span span)
      implements Core {
    public Call {
      args = List.copyOf(args);
    }
  }

  /// A call of a function value.
  ///
  /// @param effects what it may do
  record Invoke(Core function, List<Core> args, EffectVar effects, Type type, Span span)
      implements Core {
    public Invoke {
      args = List.copyOf(args);
    }
  }

  /// An operation of the language on values.
  record Apply(Operation operation, List<Core> args, Type type, Span span) implements Core {
    public Apply {
      args = List.copyOf(args);
    }
  }

  /// One of two, by a bool.
  record If(Core condition, Core then, Core otherwise, Type type, Span span) implements Core {}

  /// A value in a slot, seen by the body.
  record Let(int slot, Core value, Core body, Type type, Span span) implements Core {}

  /// One after the other; the value of the last. Never empty.
  record Do(List<Core> steps, Type type, Span span) implements Core {
    public Do {
      steps = List.copyOf(steps);
    }
  }

  /// A closure.
  ///
  /// @param captures the slots around it that fill the captured slots of its code
  record Lambda(Code code, List<Integer> captures, Type type, Span span) implements Core {
    public Lambda {
      captures = List.copyOf(captures);
    }
  }

  /// The first case all of whose steps succeed; [Operation.NoMatch] if there is none.
  record Cases(List<Case> cases, Core subject, Type type, Span span) implements Core {
    public Cases {
      cases = List.copyOf(cases);
    }
  }

  /// Steps and what follows if all of them succeed.
  record Case(List<Step> steps, Core body) {
    public Case {
      steps = List.copyOf(steps);
    }
  }

  /// A step of a case.
  sealed interface Step {
    /// Succeeds if the bool is true.
    record Test(Core condition) implements Step {}

    /// Puts a value in a slot.
    record Bind(int slot, Core value) implements Step {}
  }

  /// Leaves the innermost function with a value.
  record Return(Core value, Type type, Span span) implements Core {}

  /// A stream whose cell is computed when it is asked for.
  ///
  /// @param code without parameters; gives the stream
  /// @param captures the slots around it that fill the captured slots of its code
  record Delay(Code code, List<Integer> captures, Type type, Span span) implements Core {
    public Delay {
      captures = List.copyOf(captures);
    }
  }

  /// What stands for an expression that is decided when more types are known; none is left in a
  /// checked program. Only the thread that checks the program changes it.
  final class Later implements Core {
    private final Type type;
    private final Span span;
    private @Nullable Core decided;

    /// @param type what it will give
    public Later(Type type, Span span) {
      this.type = type;
      this.span = span;
    }

    /// Says what it is.
    public void decide(Core core) {
      decided = core;
    }

    /// What it was decided to be.
    public Core decided() {
      return Objects.requireNonNull(decided);
    }

    @Override
    public Type type() {
      return type;
    }

    @Override
    public Span span() {
      return span;
    }
  }
}
