package dev.perdure.wat.syntax;

import dev.perdure.value.Ratio;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be written in a program (W1). Equality is by kind and content.
public sealed interface Form {

  /// `42`.
  record Int(long value) implements Form {}

  /// `2.5`; equal by bits.
  record Real(double value) implements Form {}

  /// `1/2`.
  record Rational(Ratio value) implements Form {}

  /// `12N`.
  record BigInt(BigInteger value) implements Form {}

  /// `true`, `false`.
  record Bool(boolean value) implements Form {}

  /// `"text"`: Unicode scalars, no half of a surrogate pair.
  record Str(String value) implements Form {}

  /// `\a`: a scalar of the basic multilingual plane.
  record Char(char value) implements Form {}

  /// `nil`.
  record Nil() implements Form {}

  /// `:acme::tax`.
  ///
  /// @param name the text behind the first colon
  record Key(String name) implements Form {}

  /// `total`. Two symbols are the same name only if both their text and their scopes are.
  ///
  /// @param name its text
  /// @param scopes the expansions that it was made by
  record Symbol(String name, Scopes scopes) implements Form {
    // by hand, see Position
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Symbol that && name.equals(that.name) && scopes.equals(that.scopes);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + scopes.hashCode();
    }
  }

  /// `(f a b)`.
  record Sequence(List<Ast> items) implements Form {
    public Sequence {
      items = MovedForms.held(items);
    }
  }

  /// `[a b]`.
  record Vector(List<Ast> items) implements Form {
    public Vector {
      items = MovedForms.held(items);
    }
  }

  /// `{k v}`.
  ///
  /// @param items keys and values in turn, as written; an even number
  record Braces(List<Ast> items) implements Form {
    public Braces {
      items = MovedForms.held(items);
      if (items.size() % 2 != 0) {
        throw new IllegalArgumentException("a key without a value");
      }
    }
  }

  /// `#{a b}`, as written.
  record Set(List<Ast> items) implements Form {
    public Set {
      items = MovedForms.held(items);
    }
  }
}
