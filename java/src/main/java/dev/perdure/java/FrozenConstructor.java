package dev.perdure.java;

import java.util.List;

/// The constructor of a class of functions: what the driver must hand in to make an instance.
///
/// @param className the binary name of the class
/// @param descriptor its erased type
/// @param needs one for each parameter, in order
public record FrozenConstructor(String className, String descriptor, List<Need> needs) {
  public FrozenConstructor {
    needs = List.copyOf(needs);
  }

  /// What a parameter of a constructor asks for.
  public sealed interface Need {
    /// An effect interface of the universe.
    ///
    /// @param className its binary name
    record EffectNeed(String className) implements Need {}

    /// A capability of the API, such as `dev.perdure.api.Clock`.
    ///
    /// @param className its binary name
    record CapabilityNeed(String className) implements Need {}

    /// The version that this class stands in for, as a functional interface.
    ///
    /// @param type such as `Function<String, User>`
    record PreviousNeed(TypeRef type) implements Need {}

    /// Another class of the universe, made the same way.
    ///
    /// @param className its binary name
    record PartNeed(String className) implements Need {}
  }
}
