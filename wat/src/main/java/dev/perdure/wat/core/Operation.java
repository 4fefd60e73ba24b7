package dev.perdure.wat.core;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import java.util.List;

/// What the language does with values by itself.
public sealed interface Operation {

  /// A static method in Java.
  ///
  /// @param name the path of the primitive
  /// @param member `Class.method` below `dev.perdure.wat.library`
  /// @param params what it is declared to take
  /// @param result what it is declared to give
  /// @param forces whether it forces the streams that it takes
  record Java(String name, String member, List<Type> params, Type result, boolean forces)
      implements Operation {
    public Java {
      params = List.copyOf(params);
    }
  }

  /// A record or a struct of its fields, in the order of their declaration.
  record Construct(String type) implements Operation {}

  /// A variant of an enum, of Option or of Result, of its fields.
  record MakeVariant(String type, String variant) implements Operation {}

  /// A newtype's value.
  record Wrap(String type) implements Operation {}

  /// What a newtype's value is of.
  record Unwrap(String type) implements Operation {}

  /// A tuple.
  record MakeTuple() implements Operation {}

  /// A vector, a list, a set or a map of what follows; of a map, keys and values in turn.
  record MakeCollection(String type) implements Operation {}

  /// The field at a place of a record or struct of this type; of another class, the raise
  /// `TypeMismatch`.
  record Field(String type, int index, String field) implements Operation {}

  /// The field of this name of whatever record or struct, or what a map has under the keyword; if
  /// it is of another type than the use of it takes, the raise `TypeMismatch`.
  ///
  /// @param wanted open, or a parameter, where its use takes anything or looks at it itself
  record FieldByName(String field, Type wanted) implements Operation {}

  /// A copy of a record with the field of this name replaced.
  record With(String field) implements Operation {}

  /// The item at a place of a tuple.
  record Item(int index) implements Operation {}

  /// Whether a value is this variant.
  record IsVariant(String type, String variant) implements Operation {}

  /// The field at a place of a variant.
  record Payload(int index) implements Operation {}

  /// Whether a value is of a type, as far as values tell.
  ///
  /// @param isDeep whether what it holds is looked at as well
  record Is(Type of, boolean isDeep) implements Operation {}

  /// Whether a record, struct or map has a field or a keyword of this name.
  record HasField(String field) implements Operation {}

  /// Whether a value equals another, as patterns compare.
  record Same() implements Operation {}

  /// The tree that a template makes of what follows.
  ///
  /// @param ast behind each `~` and `~@` stands the number of the value that fills it
  record Template(Ast ast) implements Operation {}

  /// A call of a function value with what follows, the last of which is a vector of arguments.
  ///
  /// @param fixed how many arguments come before those that the function takes any number of; -1 if
  ///   it takes a certain number
  record Spread(int fixed) implements Operation {}

  /// The declaration of a name that stands where it declares nothing: the raise
  /// `DeclarationInExpressionPosition`.
  record Misplaced(String head) implements Operation {}

  /// No case matched.
  record NoMatch() implements Operation {}

  /// No clause of a function takes what follows: the raise `NoMatchingClause`.
  record NoClause(String function) implements Operation {}

  /// A clause gave what it ensures not to give: the raise `PostconditionFailed`.
  record Broken(String function) implements Operation {}

  /// What a primitive is told beyond its arguments: the type that the use of the call fixes, and
  /// the program that it is a part of.
  ///
  /// @param wanted open, or a parameter, where no use fixes it
  record Context(Type wanted) implements Operation {}

  /// An operation of an effect interface, or a function of another universe.
  record Perform(String effect, String name) implements Operation {
    /// Interned: who answers looks the name up each time, and finds the same text at once.
    public Perform {
      name = name.intern();
    }
  }

  /// The `Frame` of who called the function that this stands in.
  record CallSite() implements Operation {}

  /// The content hash of the definition or the type of a path, as an Option of its text.
  record HashOf(String name) implements Operation {}
}
