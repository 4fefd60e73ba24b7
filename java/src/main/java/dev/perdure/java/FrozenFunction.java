package dev.perdure.java;

import dev.perdure.engine.Declaration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A function of a frozen universe.
///
/// @param name what it is called and routed by
/// @param method the method that implements it
/// @param signature its parameters and result, with generics
/// @param source where it stands
/// @param hash SHA-256, in hexadecimal, of its normalised code and everything of the universe that
///   it uses: the same hash is the same function
/// @param effects the effect methods that it may perform, itself or through what it calls
/// @param declared how its code says it is run
public record FrozenFunction(
    String name,
    Method method,
    Signature signature,
    Place source,
    String hash,
    SortedSet<String> effects,
    List<Declaration> declared) {
  public FrozenFunction {
    declared = List.copyOf(declared);
    effects = Collections.unmodifiableSortedSet(new TreeSet<>(effects));
  }

  /// The method behind a function.
  ///
  /// @param className the binary name of the class that declares it
  /// @param name its name there
  /// @param descriptor its erased type, such as `(Ljava/lang/String;)Lshop/User;`
  /// @param receiver the binary name of the class to make an instance of for it; empty if static
  public record Method(String className, String name, String descriptor, String receiver) {
    /// Whether it has no receiver.
    public boolean isStatic() {
      return receiver.isEmpty();
    }
  }

  /// A generic signature.
  ///
  /// @param parameters in order
  public record Signature(List<TypeRef> parameters, TypeRef result) {
    public Signature {
      parameters = List.copyOf(parameters);
    }
  }

  /// A place in the source.
  ///
  /// @param file such as `Shop.java`
  /// @param line counted from 1; 0 if the class file does not say
  public record Place(String file, int line) {
    @Override
    public String toString() {
      return line == 0 ? file : file + ":" + line;
    }
  }
}
