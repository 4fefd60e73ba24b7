package dev.perdure.java;

import java.util.List;
import java.util.stream.Collectors;

/// A type as it is written in a signature, generics included.
public sealed interface TypeRef {
  /// A primitive type, or `void` as a result.
  ///
  /// @param name the keyword
  record Primitive(String name) implements TypeRef {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A class, record, enum or interface.
  ///
  /// @param className the binary name, such as `shop.Order$Line`
  /// @param arguments the type arguments in order; empty if there are none
  record Named(String className, List<TypeRef> arguments) implements TypeRef {
    public Named {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return arguments.isEmpty()
          ? className
          : className
              + arguments.stream()
                  .map(TypeRef::toString)
                  .collect(Collectors.joining(", ", "<", ">"));
    }
  }

  /// An array.
  record ArrayOf(TypeRef element) implements TypeRef {
    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /// A type parameter of the record or sealed interface that the type is written in.
  record Variable(String name) implements TypeRef {
    @Override
    public String toString() {
      return name;
    }
  }

  /// `? super T` or `?`, which no value can be read as.
  record Unknown() implements TypeRef {
    @Override
    public String toString() {
      return "?";
    }
  }
}
